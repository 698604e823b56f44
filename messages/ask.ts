import { browser } from 'wxt/browser';
import { AppError } from '@/core/errors';
import type { Name, Outcome, Question, Replies } from './protocol';
import { isOrphan } from './script-context';

/**
 * Asks the background from a content script.
 *
 * @throws AppError with the background's own code and sentence; 'extension-updated' when this script belongs to a version
 *   that is gone, so that only a reload of the page helps.
 */
export async function ask<N extends Name>(name: N, request: Question<N>): Promise<Replies[N]> {
  let outcome: Outcome<N> | undefined;
  try {
    outcome = await browser.runtime.sendMessage({ name, request });
  } catch (cause) {
    throw new AppError(isOrphan() ? 'extension-updated' : 'unknown', `${name} was not answered`, { cause });
  }
  if (outcome && 'value' in outcome) return outcome.value;
  if (outcome) throw new AppError(outcome.code, outcome.message);
  throw new AppError(isOrphan() ? 'extension-updated' : 'unknown', `${name} got an empty answer`);
}
