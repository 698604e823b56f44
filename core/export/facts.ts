import { absUrl, formatId } from '../arxiv/id';
import type { AnalysisRecord, PaperRecord } from '../library/records';
import type { ExportWords } from '../words/export';
import type { PanelWords } from '../words/panel';
import { fill } from '../words/words';

/** One line about a paper; `url` where the text is a link. Texts are as the source has them. */
export interface Fact {
  label: string;
  text: string;
  url?: string;
}

/** What is known of a paper beside title, abstract and analyses, in the order in which readers look for it. */
export function factsOf(paper: PaperRecord, words: ExportWords): Fact[] {
  const facts: Fact[] = [
    { label: words.titleChinese, text: paper.titleChinese ?? '' },
    { label: words.authors, text: paper.authors.join(', ') },
    { label: 'arXiv', text: formatId(paper.id, paper.version), url: absUrl(paper.id, paper.version) },
    { label: words.categories, text: paper.categories.join(', ') },
    { label: words.published, text: paper.published ?? '' },
    { label: words.journalRef, text: paper.journalRef ?? '' },
    {
      label: 'DOI',
      text: paper.doi ?? '',
      url: `https://doi.org/${encodeURI(paper.doi?.trim().split(/\s+/)[0] ?? '')}`,
    },
    { label: words.comments, text: paper.comments ?? '' },
  ];
  return facts.filter(({ text }) => text.trim() !== '');
}

/** Where an analysis comes from: 计算机视觉日报 · 2025-12-30 · 据全文 · v1. */
export function sourceOf(analysis: AnalysisRecord, words: PanelWords): string {
  const { source, date, basis, basisStated, version, model } = analysis;
  const full = basisStated ? words.basisFull : words.basisGuessed;
  const rests = { full, abstract: words.basisAbstract, unknown: words.basisUnknown }[basis];
  return [source, date, rests, version && `v${version}`, model].filter(Boolean).join(' · ');
}

/** `作者：…` or `Authors: …`. */
export function labelled(label: string, text: string, words: ExportWords): string {
  return fill(words.labelled, { label, text });
}
