import type { AnalysisRecord, PaperRecord } from '../library/records';
import type { Section } from '../paper';
import { fill } from '../words/words';

/** More than ten times as long as the longest real one (2026-11); rendering it would hold up a page for seconds. */
const LONGEST_SECTION = 60_000;
const LONGEST_ANALYSIS = 240_000;
const LONGEST_FIELD = 20_000;
const MOST_FIELDS = 100;
const LONGEST_ABSTRACT = 60_000;

/** Whether a place in a text lies within a sign of two code units. */
function isWithinSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** A text that is no longer than `most`, with a sentence that says how much of it was left out. */
function cut(text: string, most: number, note: string): string {
  if (text.length <= most) return text;
  const end = isWithinSign(text, most) ? most - 1 : most;
  const left = (text.length - end).toLocaleString('en');
  return `${text.slice(0, end)}\n\n${fill(note, { n: left })}`;
}

function cutSections(sections: readonly Section[], note: string): Section[] {
  let room = LONGEST_ANALYSIS;
  return sections.map((section) => {
    const markdown = cut(section.markdown, Math.min(LONGEST_SECTION, room), note);
    room = Math.max(0, room - markdown.length);
    return { ...section, markdown };
  });
}

/**
 * An analysis no longer than anybody reads; what is left out stands in its source. `note` says so, with {n} for the number of
 * characters.
 */
export function boundAnalysis(analysis: AnalysisRecord, note: string): AnalysisRecord {
  const fields = Object.entries(analysis.extra).slice(0, MOST_FIELDS);
  return {
    ...analysis,
    markdown: cut(analysis.markdown, LONGEST_SECTION, note),
    sections: cutSections(analysis.sections, note),
    keyFindings: analysis.keyFindings.slice(0, MOST_FIELDS).map((text) => cut(text, LONGEST_FIELD, note)),
    extra: Object.fromEntries(
      fields.map(([label, text]) => [label.slice(0, LONGEST_FIELD), cut(text, LONGEST_FIELD, note)]),
    ),
  };
}

/** A paper whose abstract is no longer than any that arXiv takes in many times over. */
export function boundPaper(paper: PaperRecord): PaperRecord {
  if (paper.abstract.length <= LONGEST_ABSTRACT) return paper;
  return { ...paper, abstract: paper.abstract.slice(0, LONGEST_ABSTRACT) };
}
