import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@/core/errors';
import { askAnnounced } from '@/core/daily/ask-announced';
import { autoOverview } from '@/core/daily/auto-overview';
import { choosePapers, dedupe } from '@/core/daily/choose';
import { type Interests, NO_INTERESTS, parseInterests } from '@/core/daily/interests';
import { LOCAL_MINIMUM, toLocalScorer } from '@/core/daily/local-score';
import { publishFiles } from '@/core/daily/publish';
import { type IndexEntry, readIndex } from '@/core/daily/published-day';
import { toDailyReport } from '@/core/daily/report';
import { toPaper } from '@/core/daily/to-paper';
import { isDay, toBeijingTime, toDay } from '@/core/report-day';
import { openArxiv, readArxivOptions } from './arxiv-base';
import { describe } from './files';

const USAGE = `用法：daodu report --date 2026-11-20 --categories cs.CV,cs.RO --out DIR
  [--keywords FILE]  关键词文件：+ 主要，不带符号是次要，- 排除，@ 作者，每行一个
  [--max N]          选几篇，默认 10
  [--no-cross]       不收交叉列出的论文
  [--base-url URL]   发布的网址，写进索引和 Atom
  [--pace S]         两次请求之间隔几秒；比 arXiv 的规定短只对本机的 DAODU_ARXIV 有效
`;
const CATEGORY = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]+)?$/;
const MOST = 10;

interface Wanted {
  date: string;
  categories: string[];
  out: string;
  keywords: string | undefined;
  most: number;
  crossLists: boolean;
  baseUrl: string | null;
  pace: string | undefined;
}

function readArgs(args: string[]): Wanted | string {
  const text = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        date: text,
        categories: text,
        out: text,
        keywords: text,
        max: text,
        pace: text,
        'base-url': text,
        'no-cross': { type: 'boolean' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : '参数不对';
  }
  const { date = '', out = '', max = String(MOST) } = values;
  const categories = (values.categories ?? '').split(',').map((category) => category.trim());
  if (!isDay(date)) return `--date 要写成 2026-11-20 这样的日期：${date}`;
  if (!categories.every((category) => CATEGORY.test(category))) return '--categories 要写成 cs.CV,cs.RO 这样的分类';
  if (out === '') return '--out 要写一个文件夹';
  if (!/^\d{1,3}$/.test(max) || Number(max) === 0) return `--max 要写 1 到 999 的整数：${max}`;
  return {
    date,
    categories: [...new Set(categories)],
    out,
    keywords: values.keywords,
    most: Number(max),
    crossLists: values['no-cross'] !== true,
    baseUrl: values['base-url'] ?? null,
    pace: values.pace,
  };
}

/** Whole or not at all, also when the run is stopped in it. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.unfinished`, text);
  renameSync(`${path}.unfinished`, path);
}

const readInterests = (file: string | undefined): Interests =>
  file === undefined ? NO_INTERESTS : parseInterests(readFileSync(file, 'utf8'));

function readPrevious(out: string): IndexEntry[] {
  const path = join(out, 'index.json');
  return existsSync(path) ? readIndex(readFileSync(path, 'utf8')) : [];
}

const NONE = { weekend: '周末无公告', holiday: '节假日无公告', empty: '这一天这些分类没有新论文' };

/** Makes the day's report and writes the folder. @returns a sentence for whoever runs it. @throws AppError */
async function makeReport(wanted: Wanted, tools: ReturnType<typeof openArxiv>): Promise<string> {
  const { date, categories, out, most, crossLists, baseUrl } = wanted;
  const interests = readInterests(wanted.keywords);
  const previous = readPrevious(out);
  const announcement = await askAnnounced({ date, categories, crossLists }, tools);
  if (announcement.kind === 'not-yet') {
    return `${date} 还没有公告，${toDay(announcement.at)} ${toBeijingTime(announcement.at)}（北京时间）之后再试。没有写入任何内容。`;
  }
  if (announcement.kind === 'none') return `${date}：${NONE[announcement.reason]}。没有写入任何内容。`;
  if (announcement.kind === 'gone') {
    return `${date} 的公告 arXiv 已经不再列出，最近的是 ${announcement.newest}。没有写入任何内容。`;
  }
  const papers = dedupe(announcement.papers);
  const score = toLocalScorer(interests, null);
  const scored = papers.map((paper) => ({ paper, ...score(paper) }));
  const { chosen, rest } = choosePapers(scored, { most, minimum: LOCAL_MINIMUM });
  const picked = chosen.map(({ paper }) => paper);
  const overview = autoOverview({
    date,
    categories,
    announced: papers,
    chosen: picked,
    rest: rest.map(({ paper }) => paper),
    keywords: [...interests.primary, ...interests.secondary],
  });
  const report = toDailyReport({ date, categories, papers: picked.map(toPaper), overview });
  const files = publishFiles(report, { previous, baseUrl, now: tools.clock.now() });
  for (const { path, text } of files) writeWhole(join(out, path), text);
  const missing = announcement.missing.length > 0 ? `，${announcement.missing.length} 篇没有取到元数据` : '';
  return `${date}：公告 ${papers.length} 篇，选了 ${picked.length} 篇${missing}。写入 ${files.map(({ path }) => path).join('、')}。`;
}

/**
 * `daodu report`: makes a day's report from what arXiv announced, without a model, and writes it with its index and Atom feed
 * into a folder that can be served as it is. Run again it asks arXiv nothing that it has.
 *
 * @returns 0 also where there is nothing to report, 1 when it failed, 2 for arguments that cannot be read.
 */
export async function runReport(args: string[]): Promise<number> {
  const wanted = readArgs(args);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n${USAGE}`);
    return 2;
  }
  const options = readArxivOptions(process.env['DAODU_ARXIV'], wanted.pace);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  try {
    process.stderr.write(`${await makeReport(wanted, openArxiv(wanted.out, options))}\n`);
    return 0;
  } catch (error) {
    const { code, message } = describe(error, wanted.keywords ?? wanted.out);
    process.stderr.write(`${message}\n`);
    if (!(error instanceof AppError) || code === 'unknown') console.error(error);
    return 1;
  }
}
