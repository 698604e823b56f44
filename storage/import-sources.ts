import { isZip, readDirectory, type ZipBytes, type ZipEntry } from '@/core/archive/zip-directory';
import { readEntry } from '@/core/archive/zip-entry';
import { AppError } from '@/core/errors';
import { findSkipReason, type GivenFile, oldestFirst, type SkippedFile } from '@/core/library/incoming';

/** One report or library file, wherever it lies. */
export interface ImportSource {
  name: string;
  /** @throws AppError when the file cannot be read. */
  open: () => Promise<Blob>;
}

/** What there is to import, the oldest day first, and what is left out. */
export interface FoundSources {
  sources: ImportSource[];
  skipped: SkippedFile[];
}

const SIGNATURE_BYTES = 4;

async function readBytes(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw new AppError('unreadable', 'the file cannot be read', { cause });
  }
}

function sourceOf(archive: ZipBytes, entry: ZipEntry, name: string): ImportSource {
  return { name, open: async () => new Blob([await readEntry(archive, entry)]) };
}

async function findInArchive({ name, file }: GivenFile): Promise<FoundSources> {
  const archive: ZipBytes = { size: file.size, read: (start, end) => readBytes(file, start, end) };
  const found: FoundSources = { sources: [], skipped: [] };
  for (const entry of await readDirectory(archive)) {
    const reason = findSkipReason(entry.name);
    const full = `${name} › ${entry.name}`;
    if (reason === null) found.sources.push(sourceOf(archive, entry, full));
    else found.skipped.push({ name: full, reason });
  }
  if (found.sources.length === 0) throw new AppError('no-report', 'the archive has no file that could be a report');
  return found;
}

async function findInFile(given: GivenFile): Promise<FoundSources> {
  const { name, inFolder, file } = given;
  const reason = inFolder ? findSkipReason(name) : null;
  if (reason !== null && reason !== 'nested') return { sources: [], skipped: [{ name, reason }] };
  try {
    if (isZip(await readBytes(file, 0, SIGNATURE_BYTES))) return await findInArchive(given);
  } catch (cause) {
    // Told in its place, as what is wrong with any other file is.
    return { sources: [{ name, open: () => Promise.reject(cause) }], skipped: [] };
  }
  if (reason !== null) return { sources: [], skipped: [{ name, reason: 'kind' }] };
  return { sources: [{ name, open: () => Promise.resolve(file) }], skipped: [] };
}

/** Looks through what a reader gave: archives are known by their first bytes, whatever they are called. */
export async function findSources(given: readonly GivenFile[]): Promise<FoundSources> {
  const all: FoundSources = { sources: [], skipped: [] };
  for (const one of given) {
    const { sources, skipped } = await findInFile(one);
    all.sources.push(...sources);
    all.skipped.push(...skipped);
  }
  return { ...all, sources: oldestFirst(all.sources) };
}
