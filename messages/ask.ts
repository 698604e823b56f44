import { browser } from 'wxt/browser';
import { AppError } from '@/core/errors';
import type { Name, Outcome, Question, Replies } from './protocol';
import { isOrphan } from './script-context';

/** Undefined when the message was lost with a background that died, or nobody listens. */
async function send<N extends Name>(name: N, request: Question<N>): Promise<Outcome<N> | undefined> {
  try {
    return await browser.runtime.sendMessage({ name, request });
  } catch {
    return undefined; // browsers reject what others leave unanswered
  }
}

/**
 * Asks the background from a content script. A lost message is sent once more, for the next background: nothing that may be asked
 * does more when it is asked twice.
 *
 * @throws AppError with the background's own code and sentence; 'extension-updated' when this script belongs to a version
 *   that is gone, so that only a reload of the page helps.
 */
export async function ask<N extends Name>(name: N, request: Question<N>): Promise<Replies[N]> {
  const outcome = (await send(name, request)) ?? (isOrphan() ? undefined : await send(name, request));
  if (outcome && 'value' in outcome) return outcome.value;
  if (outcome) throw new AppError(outcome.code, outcome.message);
  throw new AppError(isOrphan() ? 'extension-updated' : 'unknown', `${name} was not answered`);
}
