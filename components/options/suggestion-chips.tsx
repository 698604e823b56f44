import { useEffect, useRef, useState } from 'preact/hooks';
import type { InterestField } from '@/core/daily/interest-texts';
import type { Suggestion } from '@/core/daily/suggest';
import type { InterestsWords } from '@/core/words/interests';
import { fill } from '@/core/words/words';

interface SuggestionChipsProps {
  words: InterestsWords;
  label: string;
  suggestions: readonly Suggestion[];
  /** Where they can go. */
  fields: readonly InterestField[];
  onAccept: (field: InterestField, word: string) => void;
  onDismiss: (word: string) => void;
}

/** So many at first. */
const SHOWN = 12;

/** Suggested words, each with how many papers have it; one click takes it into a list, or away. */
export function SuggestionChips({ words, label, suggestions, fields, onAccept, onDismiss }: SuggestionChipsProps) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  /** Which chip was used, and which of its buttons: the focus goes on to the one that takes its place. */
  const used = useRef<{ chip: number; button: number } | null>(null);
  useEffect(() => {
    if (!used.current) return;
    const { chip, button } = used.current;
    used.current = null;
    const chips = list.current?.children ?? [];
    const next = chips[Math.min(chip, chips.length - 1)];
    next?.querySelectorAll('button')[button]?.focus();
  }, [suggestions]);
  if (suggestions.length === 0) return null;

  const kinds: Partial<Record<InterestField, [short: string, name: string]>> = {
    primary: [words.toPrimary, words.primary],
    secondary: [words.toSecondary, words.secondary],
    authors: [words.toAuthors, words.authors],
  };
  const shown = all ? suggestions : suggestions.slice(0, SHOWN);
  return (
    <>
      <ul ref={list} class="chips" aria-label={label}>
        {shown.map(({ keyword: word, count }, chip) => (
          <li key={word}>
            <span class="word" lang="en" translate={false}>
              {word}
            </span>
            <span class="count">{count}</span>
            {fields.map((field, button) => {
              const [short, name] = kinds[field] ?? ['', ''];
              return (
                <button
                  key={field}
                  type="button"
                  aria-label={fill(words.addTo, { word, field: name })}
                  onClick={() => {
                    used.current = { chip, button };
                    onAccept(field, word);
                  }}
                >
                  {short}
                </button>
              );
            })}
            <button
              type="button"
              aria-label={fill(words.dismiss, { word })}
              onClick={() => {
                used.current = { chip, button: fields.length };
                onDismiss(word);
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < suggestions.length && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {fill(words.more, { n: suggestions.length - shown.length })}
        </button>
      )}
    </>
  );
}
