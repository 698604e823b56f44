import { AppError } from '@/core/errors';
import type { Language } from '@/core/settings';
import { errorWords } from '@/core/words/errors';

/** What a reader is told of an error. */
export function toSentence(error: unknown, language: Language): string {
  return errorWords[language][error instanceof AppError ? error.code : 'unknown'];
}
