import { AppError } from '@/core/errors';

/**
 * The lines of a file as they arrive, so that a file of any size passes through; `bytes` is how far the file has been read.
 *
 * @throws AppError `not-utf8` with the line at which the file stops being UTF-8.
 */
export async function* linesOf(
  file: Blob,
  signal?: AbortSignal,
): AsyncGenerator<{ line: string; bytes: number }, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
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
      bytes += value?.length ?? 0;
      const lines = (rest + decode(value)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        yield { line, bytes };
        count++;
      }
      if (done) break;
    }
  } finally {
    await reader.cancel();
  }
  yield { line: rest, bytes };
}
