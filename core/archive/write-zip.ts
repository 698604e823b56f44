import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A text of an archive. */
interface ZippedText {
  name: string;
  text: string;
}

/**
 * Packs texts into a zip archive, piece by piece: what is yielded, one behind the other, is the archive. `at` is the time that its
 * files bear.
 */
export function* zipChunks(files: Iterable<ZippedText>, at: Date): Generator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    ready.push(new Uint8Array(piece));
  });
  const take = () => {
    if (failure) throw failure;
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const { name, text } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
