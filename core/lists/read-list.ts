import type { LibraryPaper } from '../library/records';
import { mergePaper, mergeSaved } from '../library/merge';
import type { Skipped } from '../paper';
import { readBibList } from './bib-list';
import { isBibtex } from './bibtex';
import { readIdList } from './id-list';
import { type Listed, toLibraryPaper } from './listed';
import { isPaperMemory, readPaperMemory } from './paper-memory';
import { isRis, readRisList } from './ris-list';

/** A list of papers that were saved elsewhere. */
export interface IncomingList {
  papers: LibraryPaper[];
  skipped: Skipped[];
}

/** Each paper once: what is said of it twice is put together. */
function toPapers(listed: readonly Listed[], now: number): LibraryPaper[] {
  const papers = new Map<string, LibraryPaper>();
  for (const each of listed) {
    const incoming = toLibraryPaper(each, now);
    const known = papers.get(each.id);
    if (!known) papers.set(each.id, incoming);
    else {
      const saved = known.saved && incoming.saved ? mergeSaved(known.saved, incoming.saved) : incoming.saved;
      papers.set(each.id, { paper: mergePaper(known.paper, incoming.paper), analyses: [], saved });
    }
  }
  return [...papers.values()];
}

/**
 * Reads a list of papers by what it holds: BibTeX, RIS, PaperMemory's JSON. `now` is when papers count as saved of which the
 * list does not say it, in epoch milliseconds.
 *
 * @returns null for a text that is none of them.
 * @throws AppError for an export of PaperMemory that cannot be read.
 */
export function readList(text: string, now: number): IncomingList | null {
  const read = isRis(text)
    ? readRisList(text)
    : isPaperMemory(text)
      ? readPaperMemory(text)
      : isBibtex(text)
        ? readBibList(text)
        : null;
  return read && { papers: toPapers(read.listed, now), skipped: read.skipped };
}

/**
 * Reads identifiers and links, of which a text of any other kind may have some too. When `strict`, each line has to name a paper.
 *
 * @returns null where fewer than half of the lines name one, and for JSON.
 */
export function readPlainList(text: string, now: number, strict = false): IncomingList | null {
  if (/^\uFEFF?\s*(?:\{|\[\s*[{[])/.test(text)) return null;
  const read = readIdList(text, strict ? 0 : Number.POSITIVE_INFINITY);
  if (!read || read.listed.length === 0 || read.skipped.length * 2 > read.lines) return null;
  return { papers: toPapers(read.listed, now), skipped: read.skipped };
}
