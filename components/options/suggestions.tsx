import type { InterestField } from '@/core/daily/interest-texts';
import type { Suggestion } from '@/core/daily/suggest';
import type { InterestsWords } from '@/core/words/interests';
import { fill } from '@/core/words/words';
import { SuggestionChips } from './suggestion-chips';

/** What could be of interest, and where that was found. */
export interface Found {
  /** How many papers or entries it was found in. */
  papers: number;
  /** Name of the .bib file; null for the saved papers. */
  file: string | null;
  keywords: readonly Suggestion[];
  authors: readonly Suggestion[];
}

interface SuggestionsProps {
  words: InterestsWords;
  /** Of the file that was read last, before those of the saved papers; null while they are looked for. */
  found: Found | null;
  onAccept: (field: InterestField, word: string) => void;
  onDismiss: (word: string) => void;
  /** Puts those of a file away. */
  onClose: () => void;
}

function whence({ file, papers }: Found, words: InterestsWords): string {
  if (file !== null) return fill(papers === 0 ? words.fileNoBib : words.fromBib, { file, n: papers });
  return papers === 0 ? words.noneSaved : fill(words.fromSaved, { n: papers });
}

/** Words and authors to choose from: of a .bib file, else of the papers that were saved. */
export function Suggestions({ words, found, onAccept, onDismiss, onClose }: SuggestionsProps) {
  const isEmpty = found?.keywords.length === 0 && found.authors.length === 0;
  return (
    <>
      <h3>{words.suggestions}</h3>
      <div class="whence">
        <p class="hint" role="status">
          {found ? whence(found, words) : words.looking}
          {found && isEmpty && found.papers > 0 && ` ${words.noneNew}`}
        </p>
        {found && found.file !== null && (
          <button type="button" class="button small" onClick={onClose}>
            {fill(words.closeBib, { file: found.file })}
          </button>
        )}
      </div>
      {found && (
        <>
          <SuggestionChips
            key={`words of ${found.file ?? ''}`}
            words={words}
            label={words.words}
            suggestions={found.keywords}
            fields={['primary', 'secondary']}
            onAccept={onAccept}
            onDismiss={onDismiss}
          />
          <SuggestionChips
            key={`authors of ${found.file ?? ''}`}
            words={words}
            label={words.people}
            suggestions={found.authors}
            fields={['authors']}
            onAccept={onAccept}
            onDismiss={onDismiss}
          />
        </>
      )}
    </>
  );
}
