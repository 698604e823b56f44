import { findCode, findVenue } from '../daily/mentions';
import { buildGuide } from '../guide/build';
import type { Guide } from '../guide/guide';
import { informativeSentences } from '../guide/line';
import { isRealAnalysis } from '../library/real-analysis';
import type { LibraryPaper, PaperRecord } from '../library/records';
import type { Part } from '../paper';
import { safeHref } from '../render/allowed';
import { plainText } from '../render/text';
import type { Language } from '../settings';
import { type CopyingWords, copyingWords } from '../words/copying';
import { panelWords } from '../words/panel';
import { fill } from '../words/words';
import { findAccepted } from './accepted';
import { yearOf } from './cite-key';
import { titleOf } from './facts';
import { paperHref } from './paper-links';

/** What is compared of papers, in the order of the columns. */
export const COMPARED = ['problem', 'method', 'results', 'limitations', 'code', 'venue', 'basis'] as const;
export type Compared = (typeof COMPARED)[number];

/** A paper as a row; every cell says something. `url` where a cell is a link. */
export interface ComparedPaper {
  /** With its TeX. */
  title: string;
  titleChinese: string;
  href: string | null;
  /** `Xu 等, 2025`. */
  by: string;
  cells: Record<Compared, { text: string; url: string | null }>;
}

const CODE_HOST =
  /^https?:\/\/(?:www\.|gist\.)?(?:github|gitlab|huggingface|bitbucket|codeberg|gitee|modelscope)\.\w+\/[^/]+\/[^/]+/i;

function linesOf(guide: Guide, part: Part): string {
  const brief = guide.brief.find((line) => line.part === part)?.text;
  if (brief) return brief;
  const text = plainText(guide.sections.filter((section) => section.part === part).flatMap(({ body }) => body));
  const sentences = informativeSentences(text);
  // Two short sentences say more than one; two long ones make a table nobody reads.
  const [first = '', second = ''] = sentences;
  return (first.length < 40 ? first + second : first) || (text.split('\n')[0] ?? '');
}

function codeOf(paper: PaperRecord, words: CopyingWords): { text: string; url: string | null } {
  const found = findCode(paper);
  const linked = paper.links.flatMap(({ url }) => (CODE_HOST.test(url) ? (safeHref(url) ?? []) : []))[0];
  const url = found?.url ?? linked ?? null;
  if (url !== null) return { text: url.replace(/^https?:\/\/(?:www\.)?/, ''), url };
  if (found?.kind === 'page') return { text: found.value, url: safeHref(`https://${found.value}/`) };
  return { text: found?.kind === 'promised' ? words.codePromised : words.notSaid, url: null };
}

function venueOf(paper: PaperRecord, words: CopyingWords): string {
  if (paper.journalRef?.trim()) return paper.journalRef.replace(/\s+/g, ' ').trim();
  const accepted = findAccepted(paper);
  if (!accepted) return words.notSaid;
  if (accepted.kind === 'doi') return `DOI ${accepted.said}`;
  if (accepted.venue === '') return words.venueUnnamed;
  const isWorkshop = findVenue(paper.comments)?.kind === 'workshop' && !/workshop/i.test(accepted.venue);
  return isWorkshop ? fill(words.workshop, { venue: accepted.venue }) : accepted.venue;
}

function basisOf({ basis, basisStated }: Guide, language: Language): string {
  const words = panelWords[language];
  if (basis === 'full') return basisStated ? words.basisFull : words.basisGuessed;
  return basis === 'abstract' ? words.basisAbstract : words.basisUnknown;
}

function byOf(paper: PaperRecord, words: CopyingWords): string {
  const [first = '', second] = paper.authors;
  const name = second === undefined ? first : fill(words.authorsMany, { name: first });
  return [name, yearOf(paper)].filter(Boolean).join(words.comma);
}

/** One paper as a row of the table, by its best analysis. */
export function comparePaper({ paper, analyses }: LibraryPaper, language: Language): ComparedPaper {
  const words = copyingWords[language];
  const analysis = analyses.find(isRealAnalysis);
  // Numbers are looked up in the abstract, of which a line in a table shows nothing.
  const guide = analysis ? buildGuide(analysis, { ...paper, abstract: '' }, { words: panelWords[language] }) : null;
  const told = (part: Part) => ({ text: guide ? linesOf(guide, part) || words.notSaid : words.noAnalysis, url: null });
  return {
    title: titleOf(paper),
    titleChinese: paper.titleChinese?.replace(/\s+/g, ' ').trim() ?? '',
    href: paperHref({ id: paper.id, version: null }),
    by: byOf(paper, words),
    cells: {
      problem: told('problem'),
      method: told('method'),
      results: told('results'),
      limitations: told('limitations'),
      code: codeOf(paper, words),
      venue: { text: venueOf(paper, words), url: null },
      basis: { text: guide ? basisOf(guide, language) : words.noAnalysis, url: null },
    },
  };
}

/** The heads of the columns behind that of the papers. */
export function comparedHeads(language: Language): string[] {
  const words = copyingWords[language];
  const parts = panelWords[language];
  const heads: Record<Compared, string> = {
    problem: parts.part_problem,
    method: parts.part_method,
    results: parts.part_results,
    limitations: parts.part_limitations,
    code: words.code,
    venue: words.venue,
    basis: words.basis,
  };
  return COMPARED.map((name) => heads[name]);
}
