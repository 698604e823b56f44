import type { ExportFormat } from '@/components/library/toolbar';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { librarySelection } from '@/storage/papers';
import { readReportText } from '@/storage/reports';

const ENDINGS: Record<ExportFormat, string> = { bibtex: 'bib', markdown: 'md', json: 'json' };
const TYPES: Record<ExportFormat, string> = {
  bibtex: 'application/x-bibtex;charset=utf-8',
  markdown: 'text/markdown;charset=utf-8',
  json: 'application/json',
};
/** Long enough for a browser that asks where to keep the file. */
const KEPT_MS = 10 * 60_000;

function download(name: string, parts: string[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** The reader's own day, YYYY-MM-DD. */
function localDay(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

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

/** Saves a report as the Markdown it came as, byte by byte; gives the file's name, null when its text is gone. */
export async function downloadReport(reportId: string): Promise<string | null> {
  const report = await readReportText(reportId);
  if (!report) return null;
  const { formatReport } = await import('@/core/report/format');
  const file = `daodu-report-${report.date ?? localDay(new Date())}.md`;
  download(file, [formatReport(report)], TYPES.markdown);
  return file;
}
