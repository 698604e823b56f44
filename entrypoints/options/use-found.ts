import { useMemo, useState } from 'preact/hooks';
import type { Found } from '@/components/options/suggestions';
import { leaveOutKnown, suggestAuthors, suggestFromBib, suggestInSteps } from '@/core/daily/suggest';
import type { DayTexts } from '@/storage/day-texts';
import { savedPapers } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { useSteps } from './use-steps';

/** The newest saves say best what a reader looks for now. */
const MOST_SAVED = 300;

interface BibFile {
  name: string;
  text: string;
}

/**
 * What could be of interest to the reader, without what they know: found in a .bib file once one is opened, else in the saved papers
 * against the newest day. Null while it is looked for.
 */
export function useFound(day: DayTexts | null | undefined, known: readonly string[]) {
  const [bib, setBib] = useState<BibFile | null>(null);
  const saved = useLive(async () => (await savedPapers()).slice(0, MOST_SAVED).map(({ paper }) => paper), []);
  const inSaved = useSteps<Found>(
    function* () {
      const papers = saved ?? [];
      const keywords = yield* suggestInSteps(papers, day?.papers ?? []);
      return { file: null, papers: papers.length, keywords, authors: suggestAuthors(papers) };
    },
    [saved, day],
  );
  const inBib = useSteps<Found & { of: BibFile }>(() => (bib ? fromBib(bib) : null), [bib]);
  const found = bib ? (inBib?.of === bib ? inBib : null) : saved && day !== undefined ? inSaved : null;
  const fresh = useMemo<Found | null>(
    () =>
      found && {
        ...found,
        keywords: leaveOutKnown(found.keywords, known),
        authors: leaveOutKnown(found.authors, known),
      },
    [found, known],
  );
  return { found: fresh, openBib: setBib, closeBib: () => setBib(null) };
}

function* fromBib(bib: BibFile) {
  const { entries, keywords, authors } = yield* suggestFromBib(bib.text);
  return { of: bib, file: bib.name, papers: entries, keywords, authors };
}
