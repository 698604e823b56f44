import { buildGuide } from '../guide/build';
import { isRealAnalysis } from '../library/real-analysis';
import type { LibraryPaper } from '../library/records';
import { plainText } from '../render/text';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { sourceOf } from './facts';

/** An analysis as plain text, in reading order. */
export interface PlainAnalysis {
  /** Where it comes from: 计算机视觉日报 · 2025-12-30 · 据全文 · v1. */
  source: string;
  /** One sentence, '' for none. */
  gist: string;
  /** `title` is '' for prose without one. */
  parts: { title: string; text: string }[];
  findings: string[];
}

/** A paper's analyses as plain text, best first; what is none is left out. */
export function plainAnalyses({ paper, analyses }: LibraryPaper, language: Language): PlainAnalysis[] {
  const words = panelWords[language];
  return analyses.filter(isRealAnalysis).map((analysis) => {
    // Without the abstract no number is looked up in it, which takes longer than all the rest and leaves no trace in plain text.
    const guide = buildGuide(analysis, { ...paper, abstract: '' }, { words });
    const parts = guide.sections
      .map(({ part, title, body }, index) => {
        // What begins with prose under no title is all there is, not the rest of something.
        const label = part === 'other' && index === 0 ? '' : words[`part_${part}`];
        return { title: title || label, text: plainText(body) };
      })
      .filter(({ text }) => text !== '');
    const findings = guide.findings.items.map(({ body }) => plainText(body)).filter((text) => text !== '');
    return { source: sourceOf(analysis, words), gist: guide.gist, parts, findings };
  });
}

/** A part under its title. */
export function writePart({ title, text }: PlainAnalysis['parts'][number]): string {
  return title === '' ? text : `${title}\n${text}`;
}

/** The text of an analysis below its source: the gist, each part under its title, the key findings, and who wrote it. */
export function plainLines({ gist, parts, findings }: PlainAnalysis, language: Language): string[] {
  const words = exportWords[language];
  const blocks = [gist, ...parts.map(writePart)];
  if (findings.length > 0) blocks.push([words.findings, ...findings.map((finding) => `- ${finding}`)].join('\n'));
  return [...blocks.filter((block) => block !== ''), words.footer];
}
