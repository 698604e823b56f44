import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';

/** What papers leave as. `obsidian` is a folder of files, every other a file. */
export const EXPORT_FORMATS = [
  'bibtex',
  'biblatex',
  'ris',
  'csl',
  'obsidian',
  'markdown',
  'csv',
  'html',
  'json',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Papers beside each other, as a file. */
export const COMPARISON_FORMATS = ['comparison-markdown', 'comparison-html'] as const;
/** What the library page saves papers as. */
export type FileFormat = ExportFormat | (typeof COMPARISON_FORMATS)[number];
/** Formats that are one text. */
export type TextFormat = Exclude<ExportFormat, 'obsidian'>;

export interface ExportOptions {
  language: Language;
  /** An ISO time. */
  exportedAt: string;
}

/** Writes papers piece by piece, so that others may have their turn between two of them. */
export type WritePapers = (papers: readonly LibraryPaper[]) => Iterable<string>;

/** The writer of a format, which is loaded when it is asked for: no list needs it to be drawn. */
export async function loadWriter(format: TextFormat, options: ExportOptions): Promise<WritePapers> {
  switch (format) {
    case 'bibtex': {
      const { bibtexChunks } = await import('./bibtex');
      return (papers) => bibtexChunks(papers, options);
    }
    case 'biblatex': {
      const { biblatexChunks } = await import('./biblatex');
      return (papers) => biblatexChunks(papers, options);
    }
    case 'ris': {
      const { risChunks } = await import('./ris');
      return (papers) => risChunks(papers, options);
    }
    case 'csl': {
      const { cslChunks } = await import('./csl');
      return (papers) => cslChunks(papers, options);
    }
    case 'markdown': {
      const { markdownChunks } = await import('./markdown');
      return (papers) => markdownChunks(papers, options);
    }
    case 'csv': {
      const { csvChunks } = await import('./csv');
      return (papers) => csvChunks(papers, options);
    }
    case 'html': {
      const { papersHtmlChunks } = await import('./papers-html');
      return (papers) => papersHtmlChunks(papers, options);
    }
    case 'json': {
      const { libraryJsonChunks } = await import('../library/json');
      return (papers) => libraryJsonChunks(papers, options.exportedAt);
    }
  }
}
