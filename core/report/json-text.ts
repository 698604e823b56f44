import { AppError } from '../errors';
import { lineAt } from './decode';

/**
 * The value of a JSON text, with or without a byte order mark.
 *
 * @throws AppError `bad-json` with the line where it breaks.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
    // What ends early ends with its last sign, not with the line break behind it.
    const last = text.trimEnd().length;
    const line = lineAt(text, position === undefined ? last : Math.min(Number(position), last));
    throw new AppError('bad-json', 'The JSON does not parse', { cause, line });
  }
}
