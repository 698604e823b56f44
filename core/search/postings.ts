/** Where a term stands: a paper's number in the index, and the byte of `toTerms`, packed into one number. */
export type Posting = number;

export function toPosting(doc: number, byte: number): Posting {
  return doc * 256 + byte;
}

export function docOf(posting: Posting): number {
  return Math.floor(posting / 256);
}

/** Postings as bytes: how much greater each paper's number is than the one before, seven bits at a time, then its byte. */
export function packPostings(postings: readonly Posting[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(postings.length * 6);
  let at = 0;
  let before = 0;
  for (const posting of postings) {
    const doc = docOf(posting);
    let step = doc - before;
    before = doc;
    while (step > 0x7f) {
      bytes[at++] = (step & 0x7f) | 0x80;
      step >>>= 7;
    }
    bytes[at++] = step;
    bytes[at++] = posting & 0xff;
  }
  return bytes.slice(0, at);
}

/** Tells every posting between two places of the bytes, in order. Bytes that were cut short end it. */
export function eachPosting(
  bytes: Uint8Array,
  from: number,
  to: number,
  see: (doc: number, byte: number) => void,
): void {
  let at = from;
  let doc = 0;
  while (at < to) {
    let step = 0;
    let shift = 0;
    let part = bytes[at++] ?? 0;
    while (part > 0x7f) {
      step |= (part & 0x7f) << shift;
      shift += 7;
      part = bytes[at++] ?? 0;
    }
    doc += step | (part << shift);
    see(doc, bytes[at++] ?? 0);
  }
}
