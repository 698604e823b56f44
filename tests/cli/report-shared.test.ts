import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { hasShared, sharedFile } from '../shared';

const START = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
const DATE = '2025-12-30';
/** What the real arXiv said on that day. */
const PAGES: [start: string, file: string][] = [
  ['/rss/cs.CV', 'pages/rss/cs.CV.xml'],
  ['/api/query?id_list=', 'pages/api/query_ten_papers.xml'],
  ['/list/cs.CV/new', 'pages/list/cs.CV_new.html'],
];

describe.runIf(hasShared)('the report of a real day, from its own pages over HTTP', () => {
  const asked: string[] = [];
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-real-day-'));
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const file = PAGES.find(([start]) => url.startsWith(start))?.[1];
      response.writeHead(file ? 200 : 404).end(file && sharedFile(file));
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
  });
  afterAll(async () => {
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  });

  async function run(): Promise<Record<'markdown' | 'json', string>> {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
    const args = ['report', '--date', DATE, '--categories', 'cs.CV', '--out', folder, '--pace', '0'];
    const env = { ...process.env, DAODU_ARXIV: origin };
    await promisify(execFile)(process.execPath, [START, ...args], { env });
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    return { markdown: read(`arxiv_cv_report_${DATE}.md`), json: read(`${DATE}.json`) };
  }

  test('has ten of the day’s papers, which both files give alike, and is not asked for again', async () => {
    const first = await run();
    const { report, skipped } = parseReport(first.markdown);
    expect(skipped).toEqual([]);
    expect(report.papers).toHaveLength(10);
    const feed = JSON.parse(sharedFile('pages/rss/cs.CV.json')) as { items: { id: string; type: string }[] }; // as: a sample
    const news = feed.items.filter(({ type }) => type === 'new' || type === 'cross').map(({ id }) => id);
    expect(news).toEqual(expect.arrayContaining(report.papers.map(({ id }) => id)));
    expect(formatReport(report)).toBe(first.markdown);
    expect(readInput(first.json, { date: null }).report).toEqual(report);
    expect(asked.map((url) => url.slice(0, 10))).toEqual(['/rss/cs.CV', '/api/query']);
    expect(await run()).toEqual(first);
    expect(asked).toHaveLength(2);
  });
});
