import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ZipBytes } from '@/core/archive/zip-directory';

/** An archive in memory. */
export function toZipBytes(bytes: Uint8Array): ZipBytes {
  return { size: bytes.length, read: (start, end) => Promise.resolve(new Uint8Array(bytes.subarray(start, end))) };
}

/** An archive of these files; texts are written as UTF-8. */
export function zipOf(files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return new Uint8Array(zipSync(entries, { level }));
}

const SIGNATURES = { local: [0x50, 0x4b, 3, 4], entry: [0x50, 0x4b, 1, 2], end: [0x50, 0x4b, 5, 6] };

/** A copy of an archive in which a field of the first header of a kind was overwritten, little-endian. */
export function patched(
  archive: Uint8Array,
  header: keyof typeof SIGNATURES,
  offset: number,
  ...bytes: number[]
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(archive);
  const signature = SIGNATURES[header];
  const at = copy.findIndex((_, index) => signature.every((byte, of) => copy[index + of] === byte));
  copy.set(bytes, at + offset);
  return copy;
}
