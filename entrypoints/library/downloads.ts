import { type ExportFormat, loadWriter } from '@/core/export/formats';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { breathe } from '@/storage/breathe';
import { librarySelection } from '@/storage/papers';
import { download, localDay } from './download';

/** Name and kind of the file behind `daodu-2026-11-20`. */
const FILES: Record<ExportFormat, { ending: string; type: string }> = {
  bibtex: { ending: '.bib', type: 'application/x-bibtex;charset=utf-8' },
  biblatex: { ending: '-biblatex.bib', type: 'application/x-bibtex;charset=utf-8' },
  ris: { ending: '.ris', type: 'application/x-research-info-systems;charset=utf-8' },
  csl: { ending: '.csl.json', type: 'application/vnd.citationstyles.csl+json' },
  obsidian: { ending: '-obsidian.zip', type: 'application/zip' },
  markdown: { ending: '.md', type: 'text/markdown;charset=utf-8' },
  csv: { ending: '.csv', type: 'text/csv;charset=utf-8' },
  html: { ending: '.html', type: 'text/html;charset=utf-8' },
  json: { ending: '.json', type: 'application/json' },
};

// Formats come when they are asked for: no list needs them to be drawn.
async function open(
  papers: LibraryPaper[],
  format: ExportFormat,
  language: Language,
  now: Date,
): Promise<Iterable<BlobPart>> {
  if (format !== 'obsidian') {
    const writer = await loadWriter(format, { language, exportedAt: now.toISOString() });
    return writer(papers);
  }
  const [{ obsidianFiles }, { zipChunks }] = await Promise.all([
    import('@/core/export/obsidian'),
    import('@/core/archive/write-zip'),
  ]);
  return zipChunks(obsidianFiles(papers, { language }), now);
}

/** Saves papers as a file; gives its name and how many papers are in it. Without papers there is no file. */
export async function downloadPapers(
  which: string[] | 'all',
  format: ExportFormat,
  language: Language,
): Promise<{ file: string; n: number }> {
  const now = new Date();
  const papers = await librarySelection(which);
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
