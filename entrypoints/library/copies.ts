import { countText } from '@/components/library/count-text';
import type { Comparison } from '@/core/export/comparison';
import { type CitationStyle, type CopyFormat, isCitation, isRich } from '@/core/export/copy-formats';
import type { LibraryPaper } from '@/core/library/records';
import { toDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { copyingWords } from '@/core/words/copying';
import { breatheThrough } from '@/storage/breathe';
import { librarySelection } from '@/storage/papers';
import { writeClipboard } from './clipboard';

const STYLES: Record<CitationStyle, string> = {
  gb: 'gb-t-7714-2015-numeric.csl',
  apa: 'apa.csl',
  ieee: 'ieee.csl',
};

async function readFile(name: string): Promise<string> {
  const response = await fetch(`/csl/${name}`);
  return response.text();
}

/** References of papers; the engine and the style come when they are asked for. */
async function citePapers(papers: readonly LibraryPaper[], style: CitationStyle) {
  const [{ citationSteps }, file, chinese, english] = await Promise.all([
    import('@/core/export/citations'),
    readFile(STYLES[style]),
    readFile('locales-zh-CN.xml'),
    readFile('locales-en-US.xml'),
  ]);
  const files = { style: file, locales: { 'zh-CN': chinese, 'en-US': english } };
  return breatheThrough(citationSteps(papers, style, { files, accessed: toDay(Date.now()) }));
}

/** Papers beside each other. */
export async function comparePapers(papers: readonly LibraryPaper[], language: Language): Promise<Comparison> {
  const { comparisonSteps } = await import('@/core/export/comparison');
  return breatheThrough(comparisonSteps(papers, { language }));
}

/** Papers as they go to the clipboard. */
export async function prepareCopy(
  papers: readonly LibraryPaper[],
  format: CopyFormat,
  language: Language,
): Promise<{ text: string; html: string }> {
  if (isCitation(format)) return citePapers(papers, format);
  if (format === 'comparison') {
    const { markdown, table } = await comparePapers(papers, language);
    return { text: markdown, html: table };
  }
  const { copySteps } = await import('@/core/export/copy-many');
  return breatheThrough(copySteps(papers, format, { language }));
}

/** What is to be looked at before papers are cited; '' for nothing. */
export async function noteOf(papers: readonly LibraryPaper[], language: Language): Promise<string> {
  const { acceptedNotes } = await import('@/core/export/accepted-note');
  return acceptedNotes(
    papers.map(({ paper }) => paper),
    language,
  );
}

/**
 * Copies papers of the library, and gives what to say of it. Call it in the click: later no browser lets it copy.
 *
 * @param known settles when the library knows the papers.
 */
export async function copyPapers(
  ids: string[],
  format: CopyFormat,
  language: Language,
  known: Promise<unknown> = Promise.resolve(),
): Promise<string> {
  const read = known.then(() => librarySelection(ids));
  const forms = read.then((papers) => prepareCopy(papers, format, language));
  await writeClipboard(forms, isRich(format));
  const papers = await read;
  const words = copyingWords[language];
  return [countText(words.copied, papers.length), await noteOf(papers, language)].filter(Boolean).join(words.pause);
}
