import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '@/core/paper';
import { parseReport } from '@/core/report/parse';
import { Site } from '../browser/site';
import type { StartOptions } from './options';
import { replicaPage } from './replica';

const SAMPLE = join(import.meta.dirname, '..', '..', 'public', 'sample', 'report.md');

interface Chosen {
  /** The report to import: the one given, else the sample. */
  report: string;
  /** The report's day. */
  date: string | null;
  /** Addresses to open. */
  pages: string[];
  /** What stands for arXiv; null when arXiv itself is asked. */
  site: Site | null;
  /** What the reader should know about it. */
  note: string | null;
}

/** The pages given, else arXiv's page of a paper of the report, else a replica of it where arXiv is out of reach. */
export async function choosePages(options: StartOptions): Promise<Chosen> {
  const report = options.report ?? SAMPLE;
  const { date, papers } = parseReport(readFileSync(report, 'utf8')).report;
  if (options.pages.length > 0) {
    const site = new Site();
    for (const { url, file } of options.pages) site.addFile(url, file);
    return { report, date, pages: options.pages.map(({ url }) => url), site, note: null };
  }
  const paper = papers.find(({ analysis }) => analysis !== null) ?? papers[0];
  if (!paper) throw new Error(`There is no paper in ${report}`);
  const url = `https://arxiv.org/abs/${paper.id}`;
  if (!options.headless && (await isReachable())) return { report, date, pages: [url], site: null, note: null };
  return {
    report,
    date,
    pages: [url],
    site: replicaOf(papers),
    note: `${options.headless ? '' : 'arXiv is out of reach. '}The page of ${url} is a replica made on this machine.`,
  };
}

function replicaOf(papers: Paper[]): Site {
  const site = new Site();
  for (const paper of papers) site.addText(`https://arxiv.org/abs/${paper.id}`, replicaPage(paper));
  return site;
}

async function isReachable(): Promise<boolean> {
  try {
    const answer = await fetch('https://arxiv.org', { method: 'HEAD', signal: AbortSignal.timeout(4_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
