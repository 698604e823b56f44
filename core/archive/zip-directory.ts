import { AppError } from '../errors';

/** An archive, of which only the parts that are needed are read. */
export interface ZipBytes {
  size: number;
  /** The bytes from `start` up to `end`; fewer where the archive ends before. */
  read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** An entry as the directory at the archive's end describes it. Its unpacked size is not kept: it may be a lie. */
export interface ZipEntry {
  /** A path with slashes. It is a name and nothing else: nothing is ever written to where it leads. */
  name: string;
  isFolder: boolean;
  /** Encrypted. */
  locked: boolean;
  /** 0 is stored, 8 is Deflate; others are not unpacked. */
  method: number;
  packedBytes: number;
  crc: number;
  /** Where its local header stands. */
  at: number;
}

/** Thirteen years of daily reports; whoever has more has several archives. */
export const MAX_ENTRIES = 5_000;

export const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
const SPLIT = 0x08074b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
/** Names of some thousand characters each; a directory beyond this is no directory. */
const LONGEST_DIRECTORY = 16 * 1024 * 1024;
/** What stands where the true number is in a field of Zip64. */
const ELSEWHERE = 0xffffffff;

export function isSignature(bytes: Uint8Array, at: number, signature: number): boolean {
  return [0, 8, 16, 24].every((shift, index) => bytes[at + index] === ((signature >>> shift) & 0xff));
}

/** Whether a file that begins with these bytes (four are enough) is a zip archive, whatever it is called. */
export function isZip(start: Uint8Array): boolean {
  return [LOCAL_HEADER, END, SPLIT].some((signature) => isSignature(start, 0, signature));
}

function broken(message: string): AppError {
  return new AppError('zip-broken', message);
}

/** UTF-8 where it is that, flagged or not; else what Chinese Windows writes. Never throws. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}

interface Directory {
  count: number;
  start: number;
  end: number;
  /** What was put before the archive; the directory's own numbers do not know of it. */
  shift: number;
}

async function findDirectory(archive: ZipBytes): Promise<Directory> {
  const from = Math.max(0, archive.size - END_BYTES - LONGEST_COMMENT);
  const tail = await archive.read(from, archive.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (!isSignature(tail, at, END) || at + END_BYTES + view.getUint16(at + 20, true) > tail.length) continue;
    if (view.getUint16(at + 4, true) > 0) throw new AppError('zip-method', 'the archive is split over several files');
    const count = view.getUint16(at + 10, true);
    if (count > MAX_ENTRIES) throw new AppError('zip-many', `${count} entries are more than are read`);
    const length = view.getUint32(at + 12, true);
    const start = from + at - length;
    if (start < 0 || length > LONGEST_DIRECTORY) throw broken('the directory is larger than the archive');
    const shift = start - view.getUint32(at + 16, true);
    if (shift < 0) throw broken('the directory is not where the archive says');
    return { count, start, end: start + length, shift };
  }
  throw broken('the archive has no end');
}

function readDirectoryEntry(bytes: Uint8Array, at: number, shift: number): { entry: ZipEntry; next: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (at + ENTRY_BYTES > bytes.length || !isSignature(bytes, at, DIRECTORY_ENTRY))
    throw broken('the directory ends early');
  const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  if (nameEnd > bytes.length) throw broken('a name ends behind the directory');
  const packedBytes = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  // Only archives and entries of 4 GB and more need Zip64.
  if (packedBytes === ELSEWHERE || offset === ELSEWHERE) throw new AppError('zip-method', 'the archive is Zip64');
  const name = decodeName(bytes.subarray(at + ENTRY_BYTES, nameEnd)).replaceAll('\\', '/');
  const entry = {
    name,
    isFolder: name.endsWith('/'),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedBytes,
    crc: view.getUint32(at + 16, true),
    at: offset + shift,
  };
  return { entry, next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) };
}

/** Archives whose entries share their data unpack to more than anything can hold. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  const inOrder = entries.toSorted((one, other) => one.at - other.at);
  for (const [index, { at, packedBytes }] of inOrder.entries()) {
    if (at + packedBytes > (inOrder[index + 1]?.at ?? directoryStart)) throw broken('entries lie over each other');
  }
}

/**
 * The entries of an archive in its own order. The directory at the end is read, not the entries one after the other: so days can
 * be read oldest first, and only what is wanted is unpacked.
 *
 * @throws AppError `zip-broken` for an archive that is incomplete or contradicts itself, `zip-many` over `MAX_ENTRIES`,
 * `zip-method` for kinds that are not read: split ones, and those of 4 GB and more.
 */
export async function readDirectory(archive: ZipBytes): Promise<ZipEntry[]> {
  const { count, start, end, shift } = await findDirectory(archive);
  const bytes = await archive.read(start, end);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    const { entry, next } = readDirectoryEntry(bytes, at, shift);
    entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries, start);
  return entries;
}
