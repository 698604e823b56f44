import type { GuideInput } from '../jobs/job';
import type { AnalysisRecord } from '../library/records';
import { toDay } from '../report-day';
import { writingWords } from '../words/writing';
import { toAnalysisMarkdown, toSections } from './analysis';
import type { Writing, WrittenGuide } from './written';

/**
 * The key of what a model wrote of a version of a paper: writing it anew replaces it, and another model's stands beside it.
 */
export function writtenKey({ paper }: Pick<GuideInput, 'paper'>, model: string): string {
  return `${paper.id}|model:${model}|${paper.version}`;
}

/** What a model wrote, as the library keeps it beside the analyses that reports brought. */
export function toWrittenRecord(input: GuideInput, guide: WrittenGuide, writing: Writing): AnalysisRecord {
  const { paper, language } = input;
  const words = writingWords[language];
  return {
    key: writtenKey(input, writing.model),
    paperId: paper.id,
    reportId: null,
    source: writing.model,
    date: toDay(writing.writtenAt),
    basis: writing.basis,
    basisStated: true,
    version: paper.version,
    model: writing.model,
    markdown: toAnalysisMarkdown(guide, language),
    // Beside the panel's own labels a heading says something only where it says that the part is inferred.
    sections: toSections(guide, language).map((section, index) =>
      guide.parts[index]?.inferred ? section : { ...section, title: '' },
    ),
    keyFindings: guide.findings.map(({ text }) => text),
    evidence: guide.findings.map(({ sentence }) => sentence),
    writing,
    extra: guide.prose ? { [words.note]: words.proseNote } : {},
  };
}
