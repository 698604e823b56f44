import { dateOfName } from '../report-day';

/** Why a file that was found in a folder or an archive is not even opened. */
export type SkipReason =
  | 'folder' // an archive's entry for a folder
  | 'system' // what systems and tools put beside files: __MACOSX, .DS_Store, .git
  | 'page' // a page about the collection: README, index
  | 'kind' // a kind of file that no report is
  | 'nested'; // an archive in an archive

const SYSTEM = /(?:^|\/)(?:\.[^/]+|__MACOSX|node_modules|Thumbs\.db|desktop\.ini)(?:\/|$)/i;
const PAGE = /^(?:_?index|readme|license|licence|contributing|changelog)(?:[-_.][a-z-]+)*\.\w+$/i;
const ARCHIVE = /\.(?:zip|7z|rar|gz|tgz|tar|bz2|xz)$/i;
const READABLE = /\.(?:md|markdown|txt|jsonl?|ndjson|bib|bibtex|ris)$/i;

/**
 * Why a file of a folder or an archive holds no report, judged by its path; null for one that has to be read. A page whose path
 * has a day in it may well be that day's report: 2025-12-30/index.md.
 */
export function findSkipReason(path: string): SkipReason | null {
  if (SYSTEM.test(path)) return 'system';
  if (path.endsWith('/')) return 'folder';
  if (ARCHIVE.test(path)) return 'nested';
  if (!READABLE.test(path)) return 'kind';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return PAGE.test(name) && dateOfName(path) === null ? 'page' : null;
}

/** By the day in the name, the oldest first; those without a day stay in their order behind the others. */
export function oldestFirst<T extends { name: string }>(files: readonly T[]): T[] {
  const dated = files.map((file) => ({ file, date: dateOfName(file.name) ?? '9999' }));
  return dated
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
    .map(({ file }) => file);
}

/** A file that a reader gave. */
export interface GivenFile {
  /** Its path inside the folder that was given, else its name. */
  name: string;
  /** Whether it was found in a folder: the reader did not mean each file there to be a report. */
  inFolder: boolean;
  file: Blob;
}

export interface SkippedFile {
  name: string;
  reason: SkipReason;
}
