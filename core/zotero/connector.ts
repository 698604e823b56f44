import type { Clock } from '../clock';
import { AppError } from '../errors';
import { Patience } from '../patience';

/** Where a running Zotero listens for browsers' connectors. */
export const ZOTERO_ORIGIN = 'http://127.0.0.1:23119';

/** The newest edition of the connector protocol that we speak; an older one Zotero refuses. */
const API_VERSION = '3';
const MOST_BYTES = 1_000_000;
/** Zotero answers at once, or is busy with a long transaction; saving a paper with its notes takes it a second or two. */
const PATIENCE = { first: 30_000, gap: 15_000, whole: 60_000 };

export interface ZoteroTools {
  fetch: typeof fetch;
  clock: Clock;
  /** One address in the place of `ZOTERO_ORIGIN`. */
  origin?: string;
  signal?: AbortSignal;
}

export interface ZoteroAnswer {
  status: number;
  /** The body as JSON; null where it is empty or none. */
  json: unknown;
  /** Such as 7.0.11; null where it is not said. */
  zoteroVersion: string | null;
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return text;
    length += piece.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return text;
    }
    text += decoder.decode(piece.value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // a page, or nothing
  }
}

/**
 * Says one thing to Zotero.
 *
 * @returns whatever it answers, refusals too.
 * @throws AppError `zotero-offline` where no answer came; the signal's reason when it was aborted.
 */
export async function callZotero(method: string, body: unknown, tools: ZoteroTools): Promise<ZoteroAnswer> {
  const { fetch: request, clock, origin = ZOTERO_ORIGIN, signal } = tools; // a browser's own fetch may be no method of something else
  signal?.throwIfAborted();
  const timeout = new AbortController();
  const patience = new Patience(clock, PATIENCE, () => timeout.abort());
  try {
    const response = await request(`${origin}/connector/${method}`, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
      headers: {
        'content-type': 'application/json',
        // Without one of these Zotero hangs up on whatever looks like a browser.
        'x-zotero-connector-api-version': API_VERSION,
        'zotero-allowed-request': 'true',
      },
      body: JSON.stringify(body),
    });
    patience.hasLife();
    const json = parseJson(await readText(response));
    return { status: response.status, json, zoteroVersion: response.headers.get('x-zotero-version') };
  } catch (cause) {
    signal?.throwIfAborted();
    throw new AppError('zotero-offline', `Zotero did not answer ${method}`, { cause });
  } finally {
    patience.end();
  }
}
