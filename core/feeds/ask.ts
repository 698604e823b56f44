import { AppError } from '../errors';
import { MAX_REPORT_BYTES } from '../report/decode';
import { toRefusal } from './refusal';
import type { RouteAddress } from './routes';
import { type FeedTools, Watch } from './watch';

/** What was answered before: `etag` and `lastModified` hold for this address alone. */
export interface KnownFile {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export type Answer =
  | { kind: 'there'; bytes: Uint8Array; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'absent' };

/** Enough to tell a web page, and what a refusal says. */
const FIRST_BYTES = 2_000;
const WEB_PAGE = /^\uFEFF?\s*<(?:!doctype\s+html|html)\b/i;
/** Longer marks are no use to send back. */
const MOST_MARK_CHARACTERS = 500;

const COMMON = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  // The browser's own cache would answer in the server's place, and keep every file twice.
  cache: 'no-store',
} as const;

function headersOf(address: RouteAddress, known: KnownFile | null): Record<string, string> {
  const mine = known?.url === address.url ? known : null;
  return {
    ...address.headers,
    ...(mine?.etag && { 'if-none-match': mine.etag }),
    ...(mine?.lastModified && { 'if-modified-since': mine.lastModified }),
  };
}

/** A refused redirect looks like a dead network: asking for the head alone, without following, tells them apart. */
async function isRedirect(address: RouteAddress, request: typeof fetch, watch: Watch): Promise<boolean> {
  try {
    const { type, status } = await request(address.url, {
      ...COMMON,
      method: 'HEAD',
      redirect: 'manual',
      signal: watch.signal,
      ...(address.headers && { headers: address.headers }),
    });
    return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  } catch {
    return false;
  }
}

async function send(address: RouteAddress, known: KnownFile | null, tools: FeedTools, watch: Watch): Promise<Response> {
  const { fetch: request } = tools; // a browser's own fetch may not be called as a method of something else
  let response: Response;
  try {
    response = await request(address.url, {
      ...COMMON,
      redirect: 'error',
      signal: watch.signal,
      headers: headersOf(address, known),
    });
  } catch (cause) {
    throw watch.error((await isRedirect(address, request, watch)) ? 'feed-moved' : 'feed-offline', cause);
  }
  watch.hasLife();
  // An answer that was made rather than fetched has no address.
  if (response.url !== '' && new URL(response.url).origin !== new URL(address.url).origin) {
    throw watch.error('feed-moved');
  }
  return response;
}

/** Reads so many bytes at most; of more, null. @throws AppError `feed-cut` */
async function read(response: Response, most: number, watch: Watch): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch((cause: unknown) => {
      throw watch.error('feed-cut', cause);
    });
    if (!piece || piece.done) break;
    watch.hasLife();
    length += piece.value.length;
    pieces.push(piece.value);
    if (length > most) return null;
  }
  // Not every fetch ends with an error when its time is up.
  if (watch.signal.aborted) throw watch.error('feed-cut');
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** How a body begins. */
async function readStart(response: Response, watch: Watch): Promise<string> {
  const reader = response.body?.getReader();
  const piece = await reader?.read().catch((cause: unknown) => {
    throw watch.error('feed-cut', cause);
  });
  return new TextDecoder().decode(piece?.value?.subarray(0, FIRST_BYTES));
}

const lengthOf = (response: Response): number => Number(response.headers.get('content-length') ?? Number.NaN);

const markOf = (response: Response, name: string): string | null => {
  const mark = response.headers.get(name) ?? '';
  return mark === '' || mark.length > MOST_MARK_CHARACTERS ? null : mark;
};

async function readFile(response: Response, watch: Watch): Promise<Answer> {
  const declared = lengthOf(response);
  const bytes = declared > MAX_REPORT_BYTES ? null : await read(response, MAX_REPORT_BYTES, watch);
  if (!bytes) throw watch.error('too-large');
  // A packed body is longer when it is unpacked, and its length tells nothing.
  if (!response.headers.has('content-encoding') && declared > bytes.length) throw watch.error('feed-cut');
  if (WEB_PAGE.test(new TextDecoder().decode(bytes.subarray(0, FIRST_BYTES)))) throw watch.error('feed-page');
  return {
    kind: 'there',
    bytes,
    etag: markOf(response, 'etag'),
    lastModified: markOf(response, 'last-modified'),
  };
}

const isAbsent = ({ status }: Response): boolean => status === 404 || status === 410;

async function watchOver<T>(address: RouteAddress, tools: FeedTools, work: (watch: Watch) => Promise<T>): Promise<T> {
  tools.signal?.throwIfAborted();
  if (tools.mayAsk && !(await tools.mayAsk(address.url))) {
    throw new AppError('feed-permission', `${address.host} is not allowed`, { host: address.host });
  }
  const watch = new Watch(tools, address);
  try {
    return await work(watch);
  } finally {
    watch.end();
  }
}

/**
 * Asks one address for one day's file.
 *
 * @throws AppError with the host, where there is no answer or none that helps; the signal's reason when it was aborted.
 */
export function askAddress(address: RouteAddress, known: KnownFile | null, tools: FeedTools): Promise<Answer> {
  return watchOver(address, tools, async (watch) => {
    const response = await send(address, known, tools, watch);
    if (response.status === 200) return readFile(response, watch);
    if (response.status === 304 && known?.url === address.url) return { kind: 'unchanged' };
    if (isAbsent(response)) return { kind: 'absent' };
    throw toRefusal(response, address, await readStart(response, watch), tools.clock.now());
  });
}

/** Whether an address has a file, of which no more is read than its beginning. @throws as `askAddress` does. */
export function tryAddress(address: RouteAddress, tools: FeedTools): Promise<boolean> {
  return watchOver(address, tools, async (watch) => {
    const response = await send(address, null, tools, watch);
    if (isAbsent(response)) return false;
    const start = await readStart(response, watch);
    if (response.status !== 200) throw toRefusal(response, address, start, tools.clock.now());
    if (WEB_PAGE.test(start)) throw watch.error('feed-page');
    return true;
  });
}
