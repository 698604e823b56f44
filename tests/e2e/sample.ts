import { readFileSync } from 'node:fs';
import type { Paper } from '@/core/paper';
import { parseReport } from '@/core/report/parse';
import { Site } from '@/scripts/browser/site';
import { replicaPage } from '@/scripts/start/replica';
import { absUrl, SAMPLE } from './arxiv';

/** The papers of the sample report that ships; there are at least two. */
export function readSamplePapers(): [Paper, Paper, ...Paper[]] {
  const [first, second, ...rest] = parseReport(readFileSync(SAMPLE, 'utf8')).report.papers;
  if (!first || !second) throw new Error('The sample has no two papers');
  return [first, second, ...rest];
}

/** Replicas of the abstract pages of these papers. */
export function replicaSite(papers: readonly Paper[] = readSamplePapers()): Site {
  const site = new Site();
  for (const paper of papers) site.addText(absUrl(paper.id), replicaPage(paper));
  return site;
}
