import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, answerFrom, type Loopback, serveHttps } from '@/scripts/browser/loopback';
import type { Site } from '@/scripts/browser/site';

/** What stands at an address. Without a status it is a file, with an ETag made from its bytes. */
export interface FeedFile {
  body?: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
  /** The answer waits here until the server is told to `release`; behind so many bytes of it where that is a number. */
  held?: true | number;
  /** The connection is broken off behind so many bytes, though more were announced. */
  cutAt?: number;
}

/** One request as it arrived. */
export interface SeenRequest {
  url: string;
  headers: IncomingHttpHeaders;
  /** What was answered; 0 while nothing was. */
  status: number;
}

const HOSTS = ['raw.githubusercontent.com', 'api.github.com', 'cdn.jsdelivr.net', '*.github.io', '*.example.org'];
/** Browsers ask for things of their own. */
const OURS = /(?:^|\.)(?:githubusercontent\.com|github\.com|jsdelivr\.net|github\.io|example\.org|arxiv\.org)$/;

/** Feeds' hosts and arXiv over real HTTPS on loopback: files that come late, in part, or not at all. */
export class FeedServer {
  readonly seen: SeenRequest[] = [];
  private readonly files = new Map<string, FeedFile>();
  private readonly waiting = new Set<() => void>();
  private watches: { count: number; done: () => void }[] = [];
  loopback!: Loopback; // set by `start`, the only way to make one

  private constructor(private readonly site: Site) {}

  /** Starts it; what is no feed's file is answered by `site`. */
  static async start(site: Site): Promise<FeedServer> {
    const server = new FeedServer(site);
    server.loopback = await serveHttps((request, response) => server.answer(request, response), HOSTS);
    return server;
  }

  close(): Promise<void> {
    this.release();
    return this.loopback.close();
  }

  /** Puts a file at an address, or takes it away. */
  put(url: string, file: FeedFile | null): void {
    if (file) this.files.set(url, file);
    else this.files.delete(url);
  }

  /** Lets go of all answers that are held. */
  release(): void {
    for (const go of this.waiting) go();
    this.waiting.clear();
  }

  /** Requests for addresses that contain this. */
  askedFor(part: string): SeenRequest[] {
    return this.seen.filter(({ url }) => url.includes(part));
  }

  /** Resolves once so many answers are held. */
  held(count = 1): Promise<void> {
    if (this.waiting.size >= count) return Promise.resolve();
    return new Promise((done) => {
      this.watches.push({ count, done });
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = addressOf(request);
    const file = this.files.get(url);
    if (!file) {
      const { hostname } = new URL(url);
      if (hostname.endsWith('arxiv.org')) return answerFrom(this.site, request, response);
      if (OURS.test(hostname)) this.seen.push({ url, headers: request.headers, status: 404 });
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404: Not Found');
      return;
    }
    const seen: SeenRequest = { url, headers: request.headers, status: 0 };
    this.seen.push(seen);
    const { held } = file;
    const go = typeof held === 'number' ? sendPart(file, held, seen, response) : () => send(file, seen, response);
    if (held === undefined) return go();
    this.waiting.add(go);
    this.watches = this.watches.filter(({ count, done }) => {
      if (this.waiting.size < count) return true;
      done();
      return false;
    });
  }
}

/** Sends the head of an answer. @returns the bytes that are to follow. */
function sendHead({ body = '', status = 200, headers = {} }: FeedFile, seen: SeenRequest, response: ServerResponse) {
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const isSame = status === 200 && seen.headers['if-none-match'] === etag;
  seen.status = isSame ? 304 : status;
  response.writeHead(seen.status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 200 && { etag }),
    ...(!isSame && { 'content-length': String(bytes.length) }),
    ...headers,
  });
  return isSame ? Buffer.alloc(0) : bytes;
}

function send(file: FeedFile, seen: SeenRequest, response: ServerResponse): void {
  const bytes = sendHead(file, seen, response);
  if (file.cutAt === undefined || bytes.length === 0) response.end(bytes);
  else response.write(bytes.subarray(0, file.cutAt), () => response.destroy());
}

/** Sends an answer up to a byte. @returns what sends the rest. */
function sendPart(file: FeedFile, until: number, seen: SeenRequest, response: ServerResponse): () => void {
  const bytes = sendHead(file, seen, response);
  response.write(bytes.subarray(0, until));
  return () => response.end(bytes.subarray(until));
}
