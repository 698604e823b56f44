import { vaultFolderOf } from '@/core/export/obsidian-folder';
import { type FileFormat, loadWriter } from '@/core/export/formats';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { breathe } from '@/storage/breathe';
import { librarySelection } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { comparePapers, noteOf } from './copies';
import { download, localDay } from './download';

/** Name and kind of the file behind `daodu-2026-11-20`. */
const FILES: Record<FileFormat, { ending: string; type: string }> = {
  bibtex: { ending: '.bib', type: 'application/x-bibtex;charset=utf-8' },
  biblatex: { ending: '-biblatex.bib', type: 'application/x-bibtex;charset=utf-8' },
  ris: { ending: '.ris', type: 'application/x-research-info-systems;charset=utf-8' },
  csl: { ending: '.csl.json', type: 'application/vnd.citationstyles.csl+json' },
  obsidian: { ending: '-obsidian.zip', type: 'application/zip' },
  markdown: { ending: '.md', type: 'text/markdown;charset=utf-8' },
  csv: { ending: '.csv', type: 'text/csv;charset=utf-8' },
  html: { ending: '.html', type: 'text/html;charset=utf-8' },
  json: { ending: '.json', type: 'application/json' },
  'comparison-markdown': { ending: '-对比表.md', type: 'text/markdown;charset=utf-8' },
  'comparison-html': { ending: '-对比表.html', type: 'text/html;charset=utf-8' },
};

// Formats come when they are asked for: no list needs them to be drawn.
async function open(
  papers: LibraryPaper[],
  format: FileFormat,
  language: Language,
  now: Date,
): Promise<Iterable<BlobPart>> {
  if (format === 'comparison-markdown' || format === 'comparison-html') {
    const { markdown, page } = await comparePapers(papers, language);
    return [format === 'comparison-html' ? page : markdown];
  }
  if (format !== 'obsidian') {
    const writer = await loadWriter(format, { language, exportedAt: now.toISOString() });
    return writer(papers);
  }
  const [{ obsidianFiles }, { zipChunks }] = await Promise.all([
    import('@/core/export/obsidian'),
    import('@/core/archive/write-zip'),
  ]);
  const { obsidianFolder } = await readSettings();
  return zipChunks(obsidianFiles(papers, { language, folder: vaultFolderOf(obsidianFolder, '') }), now);
}

/** Those in which papers are cited. */
const CITING: readonly FileFormat[] = ['bibtex', 'biblatex', 'ris', 'csl'];

/** Saves papers that are at hand as a file; gives its name and how many papers are in it. */
export async function downloadGiven(
  papers: LibraryPaper[],
  format: FileFormat,
  language: Language,
): Promise<{ file: string; n: number }> {
  const now = new Date();
  const { ending, type } = FILES[format];
  const file = `daodu-${localDay(now)}${ending}`;
  if (papers.length === 0) return { file, n: 0 };
  const parts: BlobPart[] = [];
  for (const part of await open(papers, format, language, now)) {
    parts.push(part);
    await breathe();
  }
  download(file, parts, type);
  return { file, n: papers.length };
}

/** Saves papers as a file; gives its name, how many papers are in it, and what is to be looked at before they are cited. Without papers there is no file. */
export async function downloadPapers(
  which: string[] | 'all',
  format: FileFormat,
  language: Language,
): Promise<{ file: string; n: number; note: string }> {
  const papers = await librarySelection(which);
  const saved = await downloadGiven(papers, format, language);
  return { ...saved, note: saved.n > 0 && CITING.includes(format) ? await noteOf(papers, language) : '' };
}
