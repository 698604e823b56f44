import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { readInput } from '@/core/report/read';

const START = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
const DAY = '2026-06-24'; // a Wednesday
const TITLES = ['Maps by Diffusion', 'A Study of Organs', 'GANs for Seas', 'Rivers', 'Maps, Again'];
const idOf = (at: number) => `2606.0000${at + 1}`;

const rss = `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.CV updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CV</link>
<pubDate>Wed, 24 Jun 2026 00:00:00 -0400</pubDate><skipDays><day>Sunday</day><day>Saturday</day></skipDays>
${TITLES.map(
  (title, at) => `<item><title>${title}</title><link>https://arxiv.org/abs/${idOf(at)}</link>
<description>arXiv:${idOf(at)}v1 Announce Type: ${at === 4 ? 'replace' : 'new'}
Abstract: We propose a method for ${title}.</description><guid isPermaLink="false">oai:arXiv.org:${idOf(at)}v1</guid>
<category>cs.CV</category><arxiv:announce_type>${at === 4 ? 'replace' : 'new'}</arxiv:announce_type>
<dc:creator>A. Author</dc:creator></item>`,
).join('\n')}
</channel></rss>`;
const api = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<title>arXiv Query</title>${TITLES.map(
  (title, at) => `<entry><id>http://arxiv.org/abs/${idOf(at)}v1</id><title>${title}</title>
<published>2026-06-23T10:00:00Z</published><updated>2026-06-23T10:00:00Z</updated>
<summary>We propose a method for ${title}.</summary><author><name>Ann Author</name></author>
<arxiv:comment>Accepted at CVPR 2026</arxiv:comment><arxiv:primary_category term="cs.CV"/><category term="cs.CV"/></entry>`,
).join('\n')}</feed>`;

describe('daodu report', () => {
  let server: Server;
  let asked: string[] = [];
  let folder: string;

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      if (url.startsWith('/rss/')) response.end(rss);
      else if (url.startsWith('/api/query')) response.end(api);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
    folder = mkdtempSync(join(tmpdir(), 'daodu-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const { port } = server.address() as AddressInfo; // as: it listens on a port
      const env = { ...process.env, DAODU_ARXIV: `http://127.0.0.1:${port}` };
      const child = execFile(process.execPath, [START, 'report', ...args], { env }, (_, __, said) =>
        resolve({ code: child.exitCode ?? -1, said }),
      );
    });
  const usual = () => ['--date', DAY, '--categories', 'cs.CV', '--out', folder, '--pace', '0'];
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('writes the day in Markdown and JSON, an index and an Atom feed', async () => {
    const { code, said } = await run(...usual(), '--max', '3');
    expect([code, said]).toEqual([0, expect.stringContaining('公告 4 篇，选了 3 篇')]);
    const markdown = read(`arxiv_cv_report_${DAY}.md`);
    const { report } = readInput(markdown);
    expect(report).toMatchObject({ date: DAY, summary: { invented: false } });
    expect(report.papers).toHaveLength(3);
    expect(formatReport(report)).toBe(markdown);
    expect(readInput(read(`${DAY}.json`)).report.papers.map(({ id }) => id)).toEqual(report.papers.map(({ id }) => id));
    expect(read('feed.xml')).toContain('自动统计（未用模型）');
    expect(read('index.html')).toContain(DAY);
    expect(markdown).not.toContain('Maps, Again'); // a replacement is no news
  });

  test('asks nothing again that it has', async () => {
    await run(...usual());
    const times = asked.length;
    const before = read(`${DAY}.json`);
    expect(await run(...usual())).toMatchObject({ code: 0 });
    expect(asked).toHaveLength(times);
    expect(read(`${DAY}.json`)).toBe(before);
  });

  test('chooses by keywords', async () => {
    writeFileSync(join(folder, 'words.txt'), '+ GAN\n- river\n');
    await run(...usual(), '--keywords', join(folder, 'words.txt'));
    expect(readInput(read(`${DAY}.json`)).report.papers.map(({ title }) => title)).toEqual(['GANs for Seas']);
  });

  test.each([
    ['a weekend', '2026-06-27', '周末无公告'],
    ['a holiday', '2026-11-27', '节假日无公告'],
  ])('says of %s that nothing is announced, asks nobody and writes nothing', async (_, date, reason) => {
    const { code, said } = await run('--date', date, '--categories', 'cs.CV', '--out', folder, '--pace', '0');
    expect([code, said]).toEqual([0, expect.stringContaining(reason)]);
    expect(asked).toEqual([]);
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['--date', 'yesterday'],
    ['--categories', 'computer vision'],
    ['--max', '0'],
    ['--pace', 'fast'],
    ['--modle', 'x'],
  ])('refuses %s %s', async (flag, value) => {
    expect(await run(...usual(), flag, value)).toMatchObject({ code: 2 });
    expect(asked).toEqual([]);
  });
});
