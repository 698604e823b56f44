import { absUrl, formatId, parseArxivId } from '../arxiv/id';
import type { AnalysisRecord, LibraryPaper, PaperRecord } from '../library/records';
import { isDay } from '../report-day';
import type { ExportWords } from '../words/export';
import type { PanelWords } from '../words/panel';
import { fill } from '../words/words';

/** One line about a paper; `url` where the text is a link. Texts are as the source has them. */
export interface Fact {
  label: string;
  text: string;
  url?: string;
}

/** Each paper once and in the order given. */
export function eachOnce(papers: readonly LibraryPaper[]): LibraryPaper[] {
  return [...new Map(papers.map((each) => [each.paper.id, each])).values()];
}

/** Whether the id is arXiv's own; an exported library may hold others. */
export function isOnArxiv({ id }: Pick<PaperRecord, 'id'>): boolean {
  return parseArxivId(id)?.base === id;
}

/** The title in one line; the id of a paper of which no more is known. */
export function titleOf({ id, title }: Pick<PaperRecord, 'id' | 'title'>): string {
  return title.replace(/\s+/g, ' ').trim() || (isOnArxiv({ id }) ? `arXiv:${id}` : id);
}

/** The DOI, or the first where the record lists several with white space in between; '' for none, and for what is no DOI. */
export function doiOf({ doi }: Pick<PaperRecord, 'doi'>): string {
  const [first = ''] = (doi ?? '').trim().split(/\s+/);
  const bare = first.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '').replace(/[,;]$/, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/[!-~]+$/.test(bare) ? bare : '';
}

/** The day of the first version, '' where none is known that the calendar has. */
export function dayOf({ published }: Pick<PaperRecord, 'published'>): string {
  const day = (published ?? '').slice(0, 10);
  return isDay(day) ? day : '';
}

/** What is known of a paper beside title, abstract and analyses, in the order in which readers look for it. */
export function factsOf(paper: PaperRecord, words: ExportWords): Fact[] {
  const doi = doiOf(paper);
  const facts: Fact[] = [
    { label: words.titleChinese, text: paper.titleChinese ?? '' },
    { label: words.authors, text: paper.authors.join(', ') },
    { label: 'arXiv', text: formatId(paper.id, paper.version), url: absUrl(paper.id, paper.version) },
    { label: words.categories, text: paper.categories.join(', ') },
    { label: words.published, text: paper.published ?? '' },
    { label: words.journalRef, text: paper.journalRef ?? '' },
    { label: 'DOI', text: paper.doi ?? '', ...(doi !== '' && { url: `https://doi.org/${encodeURI(doi)}` }) },
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
