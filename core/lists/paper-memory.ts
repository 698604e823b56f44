import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { Skipped } from '../paper';
import { parseJson } from '../report/json-text';
import { safeHref } from '../render/allowed';
import { fromLatex, readNames } from './from-latex';
import { findNamedId, type Listed } from './listed';

const text = z.catch(z.string(), '');
/** A paper as PaperMemory exports it (its src/shared, 1.1.0); whatever is missing or of another type is as good as empty. */
const entrySchema = z.object({
  id: text,
  title: text,
  author: text,
  note: text,
  tags: z.catch(z.array(z.string()), []),
  favorite: z.catch(z.boolean(), false),
  addDate: text,
  venue: text,
  codeLink: text,
  pdfLink: text,
  doi: text,
  bibtex: text,
});
type Entry = z.infer<typeof entrySchema>;

/** The file's own entry for the version of its form; no paper. */
const VERSION = '__dataVersion';
/** What a favourite is tagged with, as there is no other mark for one here. */
const FAVORITE = 'favorite';

/** Whether JSON is an export of PaperMemory. */
export function isPaperMemory(json: string): boolean {
  return (
    /^\uFEFF?\s*\{/.test(json) &&
    (json.includes(`"${VERSION}"`) || /"(?:pdfLink|lastOpenDate)"\s*:/.test(json.slice(0, 20_000)))
  );
}

function toListed(entry: Entry, id: string): Listed {
  const savedAt = Date.parse(entry.addDate);
  const code = safeHref(entry.codeLink);
  const venue = entry.venue.trim();
  const isPreprint = venue === '' || /arxiv|preprint/i.test(venue);
  return {
    id,
    known: {
      title: fromLatex(entry.title),
      authors: readNames(entry.author),
      journalRef: isPreprint ? null : venue,
      doi: entry.doi === '' || entry.doi.includes('10.48550/') ? null : entry.doi,
      links: code === null ? [] : [{ label: 'Code', url: code }],
    },
    tags: [...entry.tags, ...(entry.favorite ? [FAVORITE] : [])],
    note: entry.note.trim(),
    savedAt: Number.isFinite(savedAt) ? savedAt : null,
  };
}

/**
 * The papers of PaperMemory's JSON export that are on arXiv, with their tags, notes and the time at which each was added; the
 * others are named.
 *
 * @throws AppError `bad-json`; `bad-record` where there is no paper at all.
 */
export function readPaperMemory(json: string): { listed: Listed[]; skipped: Skipped[] } {
  const all = z.safeParse(z.record(z.string(), z.unknown()), parseJson(json));
  if (!all.success) throw new AppError('bad-record', 'no export of PaperMemory', { cause: all.error, line: 1 });
  const listed: Listed[] = [];
  const skipped: Skipped[] = [];
  for (const [key, value] of Object.entries(all.data)) {
    const entry = z.safeParse(entrySchema, value);
    if (key === VERSION || !entry.success) continue;
    const { id, pdfLink, title, bibtex } = entry.data;
    const named = [id, key].map((name) => name.replace(/^arxiv-/i, 'arXiv:'));
    const found = findNamedId([...named, pdfLink, bibtex]);
    if (found !== null) listed.push(toListed(entry.data, found));
    else skipped.push({ line: 1, reason: `没有 arXiv 编号：${(title || key).slice(0, 120)}` });
  }
  return { listed, skipped };
}
