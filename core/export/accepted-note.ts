import type { PaperRecord } from '../library/records';
import type { Language } from '../settings';
import { copyingWords } from '../words/copying';
import { fill, fillSpaced } from '../words/words';
import { type Accepted, findAccepted } from './accepted';

type Cited = Pick<PaperRecord, 'id' | 'comments' | 'journalRef' | 'doi'>;

/** As many papers as are named of many. */
const NAMED = 3;
const LONGEST_SAID = 160;

const shorten = (text: string) => (text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID - 1)}…` : text);

function sayOne({ venue, said, kind }: Accepted, language: Language): string {
  const words = copyingWords[language];
  if (kind === 'doi') return fill(words.acceptedDoi, { doi: shorten(said) });
  return venue === '' ? words.acceptedSomewhere : fillSpaced(words.accepted, { venue });
}

/** What is to be looked at before a paper is cited, and in which words its comments say so; null for nothing. */
export function acceptedNote(paper: Cited, language: Language): { note: string; said: string } | null {
  const accepted = findAccepted(paper);
  if (!accepted) return null;
  const said =
    accepted.kind === 'doi' ? '' : fill(copyingWords[language].acceptedSaid, { said: shorten(accepted.said) });
  return { note: sayOne(accepted, language), said };
}

/** The same of many papers, in one sentence; '' for nothing. */
export function acceptedNotes(papers: readonly Cited[], language: Language): string {
  const words = copyingWords[language];
  const found = papers.flatMap((paper) => {
    const accepted = findAccepted(paper);
    return accepted ? [{ id: paper.id, accepted }] : [];
  });
  const [first] = found;
  if (!first) return '';
  if (papers.length === 1) return sayOne(first.accepted, language);
  const named = found.slice(0, NAMED).map(({ id, accepted: { venue } }) => (venue === '' ? id : `${id} ${venue}`));
  const all = named.join(words.semicolon);
  const list = found.length > NAMED ? fill(words.acceptedMore, { list: all }) : all;
  return fill(found.length === 1 ? words.acceptedOne : words.acceptedMany, { n: found.length, list });
}
