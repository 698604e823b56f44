import type { ExportFormat } from '@/components/library/toolbar';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { librarySelection } from '@/storage/papers';
import { download, localDay } from './download';

const ENDINGS: Record<ExportFormat, string> = { bibtex: 'bib', markdown: 'md', json: 'json' };
const TYPES: Record<ExportFormat, string> = {
  bibtex: 'application/x-bibtex;charset=utf-8',
  markdown: 'text/markdown;charset=utf-8',
  json: 'application/json',
};
// Formats come when they are asked for: no list needs them to be drawn.
async function write(papers: LibraryPaper[], format: ExportFormat, language: Language, now: Date): Promise<string[]> {
  switch (format) {
    case 'bibtex':
      return [(await import('@/core/export/bibtex')).toBibtex(papers)];
    case 'markdown':
      return [(await import('@/core/export/markdown')).toMarkdown(papers, { language })];
    case 'json':
      return [...(await import('@/core/library/json')).libraryJsonChunks(papers, now.toISOString())];
  }
}

/** Saves papers as a file; gives its name and how many papers are in it. Without papers there is no file. */
export async function downloadPapers(
  which: string[] | 'all',
  format: ExportFormat,
  language: Language,
): Promise<{ file: string; n: number }> {
  const now = new Date();
  const papers = await librarySelection(which);
  const file = `daodu-${localDay(now)}.${ENDINGS[format]}`;
  if (papers.length > 0) download(file, await write(papers, format, language, now), TYPES[format]);
  return { file, n: papers.length };
}
