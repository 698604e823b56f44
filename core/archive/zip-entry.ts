import { Inflate } from 'fflate';
import { AppError } from '../errors';
import { MAX_REPORT_BYTES } from '../report/decode';
import { crc32 } from './crc32';
import { isSignature, LOCAL_HEADER, type ZipBytes, type ZipEntry } from './zip-directory';

const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** What is asked of the archive at once. */
const READ_BYTES = 256 * 1024;
/** What is unpacked at once: Deflate makes up to a thousand times as much of it. */
const PUSH_BYTES = 8 * 1024;

function tooLarge(): AppError {
  return new AppError('too-large', 'an entry unpacks to more than a report has');
}

/** Where an entry's data begins: its local header may be longer than the directory tells. */
async function findStart(archive: ZipBytes, entry: ZipEntry): Promise<number> {
  const header = await archive.read(entry.at, entry.at + LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES || !isSignature(header, 0, LOCAL_HEADER)) {
    throw new AppError('zip-broken', 'an entry is not where the directory says');
  }
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const start = entry.at + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packedBytes > archive.size) throw new AppError('zip-broken', 'an entry ends behind the archive');
  return start;
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Unpacks until the entry ends or is larger than a report: what the headers say of its size is not believed. */
async function inflate(archive: ZipBytes, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size > MAX_REPORT_BYTES) throw tooLarge();
    unpacked.push(piece);
  });
  try {
    for (let from = start; from < end; from += READ_BYTES) {
      const piece = await archive.read(from, Math.min(from + READ_BYTES, end));
      for (let at = 0; at < piece.length; at += PUSH_BYTES) stream.push(piece.subarray(at, at + PUSH_BYTES));
    }
    stream.push(new Uint8Array(0), true);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('zip-broken', 'an entry does not unpack', { cause });
  }
  return join(unpacked, size);
}

/**
 * The bytes of one entry, unpacked piece by piece.
 *
 * @throws AppError `zip-locked` for an encrypted entry, `zip-method` for one packed in a way we cannot unpack, `too-large` as soon
 * as more than `MAX_REPORT_BYTES` come out, `zip-broken` when it does not unpack to what was packed.
 */
export async function readEntry(archive: ZipBytes, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.locked) throw new AppError('zip-locked', 'the entry is encrypted');
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new AppError('zip-method', `method ${entry.method} is neither stored nor deflated`);
  }
  if (entry.method === STORED && entry.packedBytes > MAX_REPORT_BYTES) throw tooLarge();
  const start = await findStart(archive, entry);
  const end = start + entry.packedBytes;
  const bytes = entry.method === DEFLATED ? await inflate(archive, start, end) : await archive.read(start, end);
  if (crc32(bytes) !== entry.crc) throw new AppError('zip-broken', 'an entry is not what was packed');
  return bytes;
}
