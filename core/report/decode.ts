import { AppError } from '../errors';

/** Real reports have 15 to 90 kB; beyond this nothing a reader calls a report is to be expected. */
export const MAX_REPORT_BYTES = 10 * 1024 * 1024;

/**
 * The text of a report's bytes. A byte order mark stays in front as U+FEFF, so that it can be written back.
 *
 * @throws AppError `too-large` over `MAX_REPORT_BYTES`; `not-utf8`, with the line, for other encodings and for binary.
 */
export function decodeReport(bytes: Uint8Array): string {
  if (bytes.length > MAX_REPORT_BYTES)
    throw new AppError('too-large', `${bytes.length} bytes are more than a report has`);
  return decodeText(bytes);
}

/**
 * Like `decodeReport`, without the limit: exported libraries may be larger than any report.
 *
 * @throws AppError `not-utf8`, with the line.
 */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('not-utf8', 'The file is not UTF-8 text', { cause, line: firstBadLine(bytes) });
  }
  // NUL is valid UTF-8, but no text has it: this is UTF-16 without a mark, or binary.
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new AppError('not-utf8', 'The file is binary', { line: lineAt(text, nul) });
  return text;
}

/** The line, from 1, in which a position of a text lies. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const content = bytes.subarray(start, end);
    // UTF-16 without a mark has NULs long before its first sign that is no UTF-8.
    if (content.includes(0)) return line;
    try {
      decoder.decode(content);
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
