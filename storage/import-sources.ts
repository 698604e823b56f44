import { isZip, readDirectory, type ZipBytes, type ZipEntry } from '@/core/archive/zip-directory';
import { readEntry } from '@/core/archive/zip-entry';
import { AppError } from '@/core/errors';
import { decodeReport } from '@/core/report/decode';
import { findSkipReason, type GivenFile, oldestFirst, type SkippedFile } from '@/core/library/incoming';
import { type ImportOptions, openFile, openText, type OpenFile } from './import';

/** One report or library file, wherever it lies. */
export interface ImportSource {
  name: string;
  /** About as many as it has; of what is packed it is a guess. */
  bytes: number;
  /** @throws AppError when it cannot be read or used; nothing is written then. */
  open: (options: ImportOptions) => Promise<OpenFile>;
}

/** What there is to import, the oldest day first, and what is left out. */
export interface FoundSources {
  sources: ImportSource[];
  skipped: SkippedFile[];
}

const SIGNATURE_BYTES = 4;
/** What is read of an archive at once. Each look into a file takes a millisecond; a day takes some kilobytes of its archive. */
const BLOCK_BYTES = 4 * 1024 * 1024;
/** A report takes about so many times the bytes that it has in an archive. */
const UNPACKED = 2.5;

async function readBytes(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw new AppError('unreadable', 'the file cannot be read', { cause });
  }
}

/**
 * Reads files block by block and keeps the last block: one, so that many archives do not stand in memory together, and no longer
 * than the sources that read by it.
 */
function createBlockReader() {
  let block: { file: Blob; start: number; bytes: Uint8Array<ArrayBuffer> } | null = null;
  return async (file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
    const blockStart = Math.floor(start / BLOCK_BYTES) * BLOCK_BYTES;
    if (end > blockStart + BLOCK_BYTES) return readBytes(file, start, end);
    if (block?.file !== file || block.start !== blockStart) {
      block = { file, start: blockStart, bytes: await readBytes(file, blockStart, blockStart + BLOCK_BYTES) };
    }
    return block.bytes.subarray(start - blockStart, end - blockStart);
  };
}

type ReadBlock = ReturnType<typeof createBlockReader>;

function sourceOf(archive: ZipBytes, entry: ZipEntry, name: string): ImportSource {
  return {
    name,
    bytes: entry.packedBytes * UNPACKED,
    open: async (options) => openText(decodeReport(await readEntry(archive, entry)), options),
  };
}

async function findInArchive({ name, file }: GivenFile, readBlock: ReadBlock): Promise<FoundSources> {
  const archive: ZipBytes = { size: file.size, read: (start, end) => readBlock(file, start, end) };
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

async function findInFile(given: GivenFile, readBlock: ReadBlock): Promise<FoundSources> {
  const { name, inFolder, file } = given;
  const reason = inFolder ? findSkipReason(name) : null;
  if (reason !== null && reason !== 'nested') return { sources: [], skipped: [{ name, reason }] };
  try {
    if (isZip(await readBytes(file, 0, SIGNATURE_BYTES))) return await findInArchive(given, readBlock);
  } catch (cause) {
    // Told in its place, as what is wrong with any other file is.
    return { sources: [{ name, bytes: 0, open: () => Promise.reject(cause) }], skipped: [] };
  }
  if (reason !== null) return { sources: [], skipped: [{ name, reason: 'kind' }] };
  return { sources: [{ name, bytes: file.size, open: (options) => openFile(file, options) }], skipped: [] };
}

/** Looks through what a reader gave: archives are known by their first bytes, whatever they are called. */
export async function findSources(given: readonly GivenFile[]): Promise<FoundSources> {
  const all: FoundSources = { sources: [], skipped: [] };
  const readBlock = createBlockReader();
  for (const one of given) {
    const { sources, skipped } = await findInFile(one, readBlock);
    all.sources.push(...sources);
    all.skipped.push(...skipped);
  }
  return { ...all, sources: oldestFirst(all.sources) };
}
