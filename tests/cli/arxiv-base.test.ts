import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArxiv, readArxivOptions } from '@/cli/arxiv-base';

describe('where arXiv is and how often it is asked', () => {
  test.each([
    [undefined, undefined, { base: null, pace: { page: 15, api: 3 } }],
    ['', undefined, { base: null, pace: { page: 15, api: 3 } }],
    ['http://127.0.0.1:8080', undefined, { base: 'http://127.0.0.1:8080', pace: { page: 15, api: 3 } }],
    ['https://mirror.example/arxiv', '30', { base: 'https://mirror.example/arxiv', pace: { page: 30, api: 30 } }],
    ['http://127.0.0.1:8080', '0.5', { base: 'http://127.0.0.1:8080', pace: { page: 0.5, api: 0.5 } }],
  ])('reads %j and %j', (address, seconds, options) => expect(readArxivOptions(address, seconds)).toEqual(options));

  test.each([
    ['127.0.0.1:8080', undefined],
    ['localhost:8080', undefined],
    ['file:///srv/arxiv', undefined],
    [undefined, ''],
    [undefined, '-3'],
    [undefined, 'fast'],
    [undefined, '3s'],
  ])('says what is wrong with %j and %j', (address, seconds) =>
    expect(readArxivOptions(address, seconds)).toMatch(/^(?:DAODU_ARXIV|--pace) /),
  );
});

describe('asking arXiv from Node', () => {
  let folder: string;
  let base: string;
  let seen: { url: string | undefined; headers: IncomingHttpHeaders }[];
  let status: number;
  const server = createServer(({ url, headers }, response) => {
    seen.push({ url, headers });
    response.writeHead(status, { etag: '"a"' }).end('text');
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-arxiv-'));
    seen = [];
    status = 200;
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  });

  const open = () => openArxiv(folder, { base, pace: { page: 0, api: 0 } });
  const request = { url: 'https://rss.arxiv.org/rss/cs.CV', kind: 'api' as const };

  test('asks the one origin in the place of arXiv’s hosts, and says who asks', async () => {
    expect(await open().ask({ ...request, etag: '"b"' })).toMatchObject({ status: 200, text: 'text', etag: '"a"' });
    expect(seen).toMatchObject([
      { url: '/rss/cs.CV', headers: { 'user-agent': expect.stringMatching(/^daodu\//), 'if-none-match': '"b"' } },
    ]);
  });

  test('rests after a refusal also in the next run', async () => {
    status = 429;
    await expect(open().ask(request)).rejects.toMatchObject({ code: 'arxiv-busy' });
    status = 200;
    await expect(open().ask(request)).rejects.toMatchObject({ code: 'arxiv-busy' });
    expect(seen).toHaveLength(1);
  });

  test('has in the next run what was kept, and nothing else', async () => {
    await open().cache.write('2026-12-03 https://rss.arxiv.org/rss/cs.CV', '一');
    await open().cache.write('2026-12-04 https://rss.arxiv.org/rss/cs.CV', '二');
    expect(await open().cache.read('2026-12-03 https://rss.arxiv.org/rss/cs.CV')).toBe('一');
    expect(await open().cache.read('2026-12-05 https://rss.arxiv.org/rss/cs.CV')).toBeNull();
    expect(readdirSync(folder)).toEqual(['.daodu']);
  });

  test('goes on when it cannot tell when it last asked, and knows it again', async () => {
    const arxiv = open();
    const file = join(folder, '.daodu', 'pace.json');
    writeFileSync(file, '{"lastAt":');
    await arxiv.ask(request);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      lastAt: expect.any(Number),
      lastPageAt: expect.any(Number),
      restUntil: 0,
    });
  });

  test('stops waiting when it is told to, with the reason', async () => {
    const gone = new AbortController();
    const waiting = expect(open().clock.wait(60_000, gone.signal)).rejects.toThrow('enough');
    gone.abort(new Error('enough'));
    await waiting;
  });
});
