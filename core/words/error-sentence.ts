import type { ErrorCode } from '../errors';
import type { Language } from '../settings';
import { errorWords } from './errors';

/**
 * What is said of whatever was thrown. Told by its code alone: code that comes in several files has a class of errors in each.
 */
export function toErrorSentence(error: unknown, language: Language): string {
  const code = String((error as { code?: unknown } | null | undefined)?.code); // of whatever was thrown
  return errorWords[language][code in errorWords[language] ? (code as ErrorCode) : 'unknown']; // as the table says
}
