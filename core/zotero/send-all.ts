import { AppError } from '../errors';
import { toZoteroItem } from '../export/zotero';
import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import type { ZoteroTools } from './connector';
import { findZotero, sendToZotero } from './send';

export interface SendProgress {
  /** Papers that are through, with those that Zotero could not save. */
  done: number;
  total: number;
  /** Where they go, as Zotero names it; null where it does not say. */
  place: string | null;
}

export interface SendOutcome {
  place: string | null;
  sent: string[];
  /** Papers that Zotero could not save, while it saved others. */
  failed: string[];
  /** Papers that were not tried: it was stopped, or nothing went any more. */
  left: string[];
  /** Why it ended early; null where it did not, and where the reader stopped it. */
  error: AppError | null;
}

interface Desk extends ZoteroTools {
  language: Language;
  /** Null for a paper that is no longer in the library. */
  read: (id: string) => Promise<LibraryPaper | null>;
  /** A paper has arrived; to be remembered before the next one is sent. */
  onSent: (id: string) => Promise<void>;
  onProgress: (progress: SendProgress) => void;
  newSession: () => string;
}

/** After so many papers in a row that Zotero could not save, the trouble is not theirs. */
const MOST_FAILURES = 3;

const asAppError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('unknown', 'not sent', { cause });

/** Sends papers to the running Zotero one by one. Never throws: what went wrong is part of the outcome. */
export async function sendAll(ids: readonly string[], desk: Desk): Promise<SendOutcome> {
  const outcome: SendOutcome = { place: null, sent: [], failed: [], left: [...ids], error: null };
  let failures = 0;
  try {
    const target = await findZotero(desk);
    outcome.place = target.name;
    const tell = () => {
      const done = outcome.sent.length + outcome.failed.length;
      desk.onProgress({ done, total: ids.length, place: target.name });
    };
    tell();
    for (const id of ids) {
      if (desk.signal?.aborted) break;
      const paper = await desk.read(id);
      try {
        if (paper) {
          const now = new Date(desk.clock.now());
          await sendToZotero(toZoteroItem(paper, { language: desk.language, now }), target, desk.newSession, desk);
          await desk.onSent(id);
          outcome.sent.push(id);
        }
        failures = 0;
      } catch (cause) {
        const error = asAppError(cause);
        failures += 1;
        if (error.code !== 'zotero-failed' || failures === MOST_FAILURES) throw error;
        outcome.failed.push(id);
      }
      outcome.left = outcome.left.filter((other) => other !== id);
      tell();
    }
  } catch (cause) {
    if (!desk.signal?.aborted) outcome.error = asAppError(cause);
  }
  return outcome;
}
