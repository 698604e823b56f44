import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived; `path` begins with the host it was meant for, `/raw.githubusercontent.com/…`. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

type Answerer = (response: ServerResponse, request: Seen) => void;

/**
 * A server on loopback that stands for every host of a feed.
 *
 * `fetch` leads there whatever host is asked and gives the answer the address that was asked, as the host itself would have.
 */
export async function startDayServer() {
  const seen: Seen[] = [];
  const answers = new Map<string, Answerer>();
  const arrived: (() => void)[] = [];
  const server = createServer((incoming, response) => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers };
    seen.push(request);
    arrived.splice(0).forEach((tell) => tell());
    const answer = [...answers].find(([start]) => request.path.startsWith(`/${start}`))?.[1];
    if (answer) answer(response, request);
    else response.writeHead(404).end('none');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // as: it listens on a port
  const base = `http://127.0.0.1:${port}`;

  const routed = (async (url: string, init?: RequestInit) => {
    const { host, pathname, search } = new URL(url);
    const response = await fetch(`${base}/${host}${pathname}${search}`, init);
    return Object.defineProperty(response, 'url', { value: url, configurable: true });
  }) as typeof fetch; // as: called with an address alone

  return {
    base,
    seen,
    fetch: routed,
    /** Answers addresses that begin so; the first that fits counts. */
    answer: (start: string, answer: Answerer): void => void answers.set(start, answer),
    /** Resolves with the next request. */
    nextRequest: () => new Promise<void>((resolve) => arrived.push(resolve)),
    clear(): void {
      answers.clear();
      seen.length = 0;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type DayServer = Awaited<ReturnType<typeof startDayServer>>;

/** Answers with a text. */
export const text =
  (body: string, headers: Record<string, string> = {}, status = 200): Answerer =>
  (response) =>
    void response.writeHead(status, headers).end(body);
