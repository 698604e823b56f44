import type { Clock } from '../clock';
import { AppError, type ErrorCode } from '../errors';
import { parseRetryAfter } from '../model/retry';
import { Patience, type PatienceLimits } from '../patience';
import type { SyncAccount } from './account';
import { folderUrl } from './address';
import { type ListedFile, parseMultistatus } from './multistatus';
import { MOST_FILE_BYTES } from './segment';

/** What asking a server takes from outside. */
export interface DavTools {
  fetch: typeof fetch;
  clock: Clock;
  signal?: AbortSignal;
  /** Whether the browser lets us ask an address. */
  mayAsk?: (url: string) => Promise<boolean>;
  /** Told of each request before it is made; what it throws keeps it from being made. */
  onRequest?: () => Promise<void>;
}

/** A file of the most bytes, on a slow line. */
const LIMITS: PatienceLimits = { first: 120_000, gap: 30_000, whole: 300_000 };
/** A listing of our few files is a hundredth of it. */
const MOST_LISTING_BYTES = 2_000_000;
const MOST_REASON_BYTES = 2_000;
/** Between two requests. */
const PAUSE_MILLISECONDS = 100;

const PROPFIND =
  '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop>' +
  '<d:resourcetype/><d:getcontentlength/><d:getlastmodified/></d:prop></d:propfind>';

const CODES: Record<number, ErrorCode> = {
  401: 'sync-password',
  404: 'sync-missing',
  405: 'sync-no-dav',
  409: 'sync-missing',
  410: 'sync-missing',
  413: 'sync-full',
  423: 'sync-locked',
  429: 'sync-busy',
  501: 'sync-no-dav',
  503: 'sync-busy',
  507: 'sync-full',
};

function codeOf(status: number, reason: string): ErrorCode {
  // 坚果云 says so with several numbers.
  if (/BlockedTemporarily|Too many requests/i.test(reason)) return 'sync-busy';
  return CODES[status] ?? (status >= 500 ? 'sync-failed' : 'sync-refused');
}

function authorizationOf({ user, password }: SyncAccount): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

interface Ask {
  method: 'PROPFIND' | 'MKCOL' | 'GET' | 'PUT' | 'DELETE';
  name?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  /** Answers that are none of the usual 2xx and still no failure. */
  accepts?: readonly number[];
  most?: number;
}

interface Answered {
  status: number;
  bytes: Uint8Array;
}

/** Reads so many bytes at most; of more, null. */
async function readBody(response: Response, most: number, onLife: () => void): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    onLife();
    length += piece.value.length;
    if (length > most) return null;
    pieces.push(piece.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Our folder on a reader's server. Every method throws an AppError with a code of syncing's, and the server's host. */
export class DavFolder {
  private readonly url: string;
  private readonly host: string;
  private asked = 0;
  /** The server's clock minus ours as its last answer told, in milliseconds; null while none did. */
  clockAhead: number | null = null;

  constructor(
    private readonly account: SyncAccount,
    private readonly tools: DavTools,
  ) {
    this.url = folderUrl(account.url);
    this.host = new URL(account.url).host;
  }

  /** The files in it; null when there is no such folder. */
  async list(): Promise<ListedFile[] | null> {
    const { status, bytes } = await this.ask({
      method: 'PROPFIND',
      body: PROPFIND,
      headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
      accepts: [404, 409],
      most: MOST_LISTING_BYTES,
    });
    if (status === 404 || status === 409) return null;
    const files = status === 207 ? parseMultistatus(new TextDecoder().decode(bytes)) : null;
    if (!files) throw this.error('sync-no-dav');
    return files;
  }

  /** Makes it. @throws AppError `sync-missing` when what it is to be made in is not there. */
  async make(): Promise<void> {
    // It may have been made by another device a moment ago.
    await this.ask({ method: 'MKCOL', accepts: [405] });
  }

  /** A file's bytes; null when it is gone, as files are that their device has put together. */
  async get(name: string): Promise<Uint8Array | null> {
    const { status, bytes } = await this.ask({ method: 'GET', name, accepts: [404, 410], most: MOST_FILE_BYTES });
    return status === 200 ? bytes : null;
  }

  async put(name: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.ask({ method: 'PUT', name, body, headers: { 'content-type': 'application/octet-stream' } });
  }

  /** Takes a file away; one that is gone already is well. */
  async remove(name: string): Promise<void> {
    await this.ask({ method: 'DELETE', name, accepts: [404, 410] });
  }

  private error(code: ErrorCode, options: { cause?: unknown; retryAfterSeconds?: number | null } = {}): AppError {
    this.tools.signal?.throwIfAborted();
    return new AppError(code, `${this.host}: ${code}`, { host: this.host, ...options });
  }

  private async ask(ask: Ask): Promise<Answered> {
    const { clock, mayAsk, onRequest, signal } = this.tools;
    if (mayAsk && !(await mayAsk(this.account.url))) throw this.error('sync-permission');
    if (this.asked++ > 0) await clock.wait(PAUSE_MILLISECONDS, signal);
    await onRequest?.();
    const stop = new AbortController();
    const patience = new Patience(clock, LIMITS, () => stop.abort());
    try {
      const wanted = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
      const response = await this.send(ask, 'error', wanted);
      patience.hasLife();
      return await this.read(response, ask, () => patience.hasLife());
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      if (stop.signal.aborted) throw this.error('sync-slow', { cause });
      throw this.error((await this.isRedirect(ask)) ? 'sync-moved' : 'sync-offline', { cause });
    } finally {
      patience.end();
      stop.abort();
    }
  }

  private send({ method, name = '', body, headers }: Ask, redirect: 'error' | 'manual', signal?: AbortSignal) {
    const { fetch: request } = this.tools; // a browser's own fetch may not be called as a method of something else
    return request(this.url + name, {
      method,
      redirect,
      credentials: 'omit', // its own question for a password would come up in the middle of anything
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { ...headers, authorization: authorizationOf(this.account) },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
  }

  private async read(response: Response, { accepts = [], most }: Ask, onLife: () => void): Promise<Answered> {
    const { status, ok, headers } = response;
    const { clock } = this.tools;
    const date = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.clockAhead = date - clock.now();
    if (!ok) {
      const bytes = await readBody(response, MOST_REASON_BYTES, onLife).catch(() => null);
      const code = codeOf(status, new TextDecoder().decode(bytes ?? new Uint8Array()));
      if (code !== 'sync-busy' && accepts.includes(status)) return { status, bytes: new Uint8Array() };
      throw this.error(code, { retryAfterSeconds: parseRetryAfter(headers.get('retry-after'), clock.now()) });
    }
    const bytes = await readBody(response, most ?? MOST_REASON_BYTES, onLife).catch((cause: unknown) => {
      throw this.error('sync-cut', { cause });
    });
    // What is said to something that was written does not matter, however long it is.
    if (!bytes && most !== undefined) throw this.error('sync-no-dav');
    const declared = Number(headers.get('content-length') ?? Number.NaN);
    if (bytes && !headers.has('content-encoding') && declared > bytes.length) throw this.error('sync-cut');
    return { status, bytes: bytes ?? new Uint8Array() };
  }

  /** A refused redirect looks like a dead network; asked once more without following, it can be told apart. */
  private async isRedirect({ method }: Ask): Promise<boolean> {
    if (method !== 'PROPFIND') return false;
    const { clock } = this.tools;
    const stop = new AbortController();
    const patience = new Patience(clock, { first: 15_000, gap: 0, whole: 15_000 }, () => stop.abort());
    try {
      const { type, status } = await this.send({ method, headers: { depth: '0' } }, 'manual', stop.signal);
      return type === 'opaqueredirect' || (status >= 300 && status < 400);
    } catch {
      return false;
    } finally {
      patience.end();
    }
  }
}
