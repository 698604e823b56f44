import { join } from 'node:path';
import { Site } from '@/scripts/browser/site';
import { sharedFile, sharedPath } from '../shared';

export interface SharedPage {
  file: string;
  kind: string;
  look?: string;
  url: string;
  sidecar?: string;
  afterMathJax?: boolean;
}

/** The shared pages of a kind, such as `abs` or `error`. */
export function sharedPages(kind: string): SharedPage[] {
  const pages = JSON.parse(sharedFile('pages/manifest.json')) as SharedPage[]; // described in its README
  return pages.filter((page) => page.kind === kind);
}

/** arXiv from the shared pages. Where several stand for one address, the last one given is served. */
export function arxivSite(pages: readonly SharedPage[] = sharedPages('abs')): Site {
  const site = new Site();
  for (const { url, file, kind } of pages) site.addFile(url, sharedPath(`pages/${file}`), kind === 'error' ? 404 : 200);
  return site;
}

export const REPORT = sharedPath('reports/arxiv_cv_report_2025-12-30.md');
/** The papers of that report, in its order. */
export const REPORT_IDS = [
  '2512.22983',
  '2512.23705',
  '2512.23667',
  '2512.23649',
  '2512.23646',
  '2512.23635',
  '2512.23628',
  '2512.23592',
  '2512.23576',
  '2512.23568',
];

export const absUrl = (id: string): string => `https://arxiv.org/abs/${id}`;

const root = join(import.meta.dirname, '..', '..');
export const CHROME_BUILD = join(root, '.output', 'chrome-mv3');
export const FIREFOX_BUILD = join(root, '.output', 'firefox-mv3');
export const SAMPLE = join(root, 'public', 'sample', 'report.md');
