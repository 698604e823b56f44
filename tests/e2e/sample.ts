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

/** Replicas of the abstract pages of these papers, and full texts of a few lines for them. */
export function replicaSite(papers: readonly Paper[] = readSamplePapers()): Site {
  const site = new Site();
  for (const paper of papers) {
    site.addText(absUrl(paper.id), replicaPage(paper));
    site.addText(`https://arxiv.org/html/${paper.id}v${paper.version ?? 1}`, fullTextPage(paper));
  }
  return site;
}

/** A page after arXiv's full texts (LaTeXML, 2026-11), with sentences that tests rely on. */
function fullTextPage({ title, abstract }: Paper): string {
  return `<!DOCTYPE html><html><body><article class="ltx_document">
    <h1 class="ltx_title ltx_title_document">${title}</h1>
    <div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">${abstract}</p></div>
    <section class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag">1 </span>Results</h2>
    <div class="ltx_para"><p class="ltx_p">The accuracy is 91.5%. The method is 20 times faster. It drew 12,000 maps.</p></div>
    </section></article></body></html>`;
}
