import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls a request on its way: an answer in the server's place, no answer, or a line that breaks in the middle. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'hold'
  /** Half of what is sent arrives. */
  | 'cut-request'
  /** All of it arrives, and half of the answer. */
  | 'cut-answer'
  /** All of it arrives, and nobody learns of it. */
  | 'lose-answer';

/** A request as it arrived; `bytes` of its body. */
export interface DavRequest {
  method: string;
  path: string;
  bytes: number;
}

/** Stands between browsers and a server: counts what is asked, and breaks what it is told to. */
export class DavProxy {
  readonly seen: DavRequest[] = [];
  /** Asked of every request; null lets it through. */
  fault: (request: DavRequest) => Fault | null = () => null;
  private readonly held = new Set<ServerResponse>();
  private watches: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  /** @param port of the server behind it. */
  static async start(port: number): Promise<DavProxy> {
    const server = createServer();
    const proxy = new DavProxy(server, port);
    server.on('request', (asked, answer) => void proxy.pass(asked, answer));
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`; // as: it listens on TCP
  }

  /** Resolves once a request is held. */
  holding(): Promise<void> {
    if (this.held.size > 0) return Promise.resolve();
    return new Promise((done) => {
      this.watches.push(done);
    });
  }

  /** Breaks the lines of all that is held. */
  drop(): void {
    for (const answer of this.held) answer.destroy();
    this.held.clear();
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done());
      this.server.closeAllConnections();
    });
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of asked) pieces.push(piece as Buffer); // as: no encoding was set
    const body = Buffer.concat(pieces);
    const seen = { method: asked.method ?? '', path: asked.url ?? '', bytes: body.length };
    this.seen.push(seen);
    const fault = this.fault(seen);
    if (fault === 'hold') {
      this.held.add(answer);
      for (const done of this.watches.splice(0)) done();
      return;
    }
    if (fault && typeof fault === 'object') {
      answer.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      return;
    }
    this.forward(asked, body, fault, answer);
  }

  private forward(asked: IncomingMessage, body: Buffer, fault: Fault | null, answer: ServerResponse): void {
    const headers = { ...asked.headers, host: `127.0.0.1:${this.port}`, 'content-length': String(body.length) };
    const onward = request({ port: this.port, host: '127.0.0.1', method: asked.method, path: asked.url, headers });
    onward.on('error', () => answer.destroy());
    if (fault === 'cut-request') {
      onward.write(body.subarray(0, body.length / 2), () => {
        onward.destroy();
        answer.destroy();
      });
      return;
    }
    onward.on('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        if (fault === 'lose-answer') return answer.destroy();
        const all = Buffer.concat(pieces);
        const { 'transfer-encoding': _, ...kept } = response.headers;
        const length = all.length > 0 ? { 'content-length': String(all.length) } : {};
        answer.writeHead(response.statusCode ?? 502, { ...kept, ...length });
        if (fault === 'cut-answer') answer.write(all.subarray(0, all.length / 2), () => answer.destroy());
        else answer.end(all);
      });
    });
    onward.end(body);
  }
}
