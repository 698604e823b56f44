import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';

const SAMPLE = join(import.meta.dirname, '..', 'public/sample/report.md');
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2025, 0, 1);

/** Day number `index` of a series, YYYY-MM-DD. */
export function dayOf(index: number): string {
  return new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10);
}

/** The id of a paper of a day; no two days share one. */
export function idOf(day: number, paper: number): string {
  const number = day * 100 + paper;
  return `${2501 + Math.floor(number / 90_000)}.${10_000 + (number % 90_000)}`;
}

let samplePapers: Paper[] | null = null;

function toPaper(day: number, paper: number): Paper {
  samplePapers ??= parseReport(readFileSync(SAMPLE, 'utf8')).report.papers;
  const sample = samplePapers[paper % samplePapers.length];
  if (!sample) throw new Error('The sample has no papers');
  const id = idOf(day, paper);
  return {
    ...sample,
    id,
    version: 1,
    title: `${sample.title} ${day}-${paper}`,
    links: [{ label: 'arXiv', url: `https://arxiv.org/abs/${id}v1` }],
  };
}

/** A day's report in Markdown, about 4.5 kB a paper; with a day of its own, and papers that no other day has. */
export function dayReport(day: number, count = 10): string {
  const papers = Array.from({ length: count }, (_, paper) => toPaper(day, paper));
  const date = dayOf(day);
  const title = `Arxiv Computer Vision Papers - ${date}`;
  const summary = { markdown: '今天的论文。', sections: [], invented: false };
  return formatReport({ kind: 'report', date, title, summary, papers, layout: null });
}

/** Names and texts of so many days, the newest first, as a careless archive has them. */
export function dayFiles(days: number, count = 10): Record<string, string> {
  const all = Array.from({ length: days }, (_, day): [string, string] => [
    `reports/arxiv_cv_report_${dayOf(day)}.md`,
    dayReport(day, count),
  ]);
  return Object.fromEntries(all.toReversed());
}
