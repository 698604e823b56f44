import { AppError } from '@/core/errors';

/** A line of a file. `bytes` is how far its stream has been read; `isWhole` is false for what stands behind the last line end. */
interface FileLine {
  line: string;
  bytes: number;
  isWhole: boolean;
}

/**
 * The lines of a stream as they arrive, so that a file of any size passes through.
 *
 * @throws AppError `not-utf8` with the line at which the file stops being UTF-8.
 */
export async function* linesOfStream(
  stream: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<FileLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let rest = '';
  let bytes = 0;
  let count = 1;
  const decode = (value: Uint8Array | undefined) => {
    try {
      return decoder.decode(value, { stream: value !== undefined });
    } catch (cause) {
      throw new AppError('not-utf8', 'the file is not UTF-8', { cause, line: count });
    }
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done } = await reader.read();
      if (done) break;
      bytes += value.length;
      // Only what is new is looked through: a line may be as long as a report.
      const [first = '', ...others] = decode(value).split('\n');
      rest += first;
      for (const next of others) {
        yield { line: rest, bytes, isWhole: true };
        count++;
        rest = next;
      }
    }
  } finally {
    await reader.cancel();
  }
  // Before it is known whether a character was cut as well: whoever misses an end says better that the file was cut.
  yield { line: rest, bytes, isWhole: false };
  decode(undefined);
}

/** The lines of a file. @throws AppError `not-utf8` */
export function linesOf(file: Blob, signal?: AbortSignal): AsyncGenerator<FileLine, void, undefined> {
  return linesOfStream(file.stream(), signal);
}
