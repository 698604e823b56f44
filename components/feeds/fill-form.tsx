import { useState } from 'preact/hooks';
import type { FeedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { LineField } from './field';

interface FillFormProps {
  /** Something is being asked for already. */
  busy: boolean;
  words: FeedWords;
  onFill: (days: number) => void;
}

const USUAL = [7, 30, 90];
const MOST_DAYS = 365;

/** Chinese input methods type digits in their own width. */
function parseDays(text: string): number | null {
  const typed = text.normalize('NFKC').trim();
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

/** 补取: how many past days are to be fetched. */
export function FillForm({ busy, words, onFill }: FillFormProps) {
  const [typed, setTyped] = useState('30');
  const days = parseDays(typed);
  const submit = (event: Event) => {
    event.preventDefault();
    if (days !== null) onFill(days);
  };
  return (
    <form class="fill" noValidate onSubmit={submit}>
      <h3>{words.fillTitle}</h3>
      <p class="actions">
        {USUAL.map((n) => (
          <button
            key={n}
            type="button"
            class="button small"
            aria-pressed={typed === String(n)}
            onClick={() => setTyped(String(n))}
          >
            {fill(words.fillPick, { n })}
          </button>
        ))}
      </p>
      <LineField
        id="feed-fill"
        label={words.fillDays}
        value={typed}
        inputMode="numeric"
        hint={words.fillHint}
        problem={days === null ? words.fillProblem : null}
        onInput={setTyped}
      />
      <p class="actions">
        <button type="submit" class="button small" disabled={busy || days === null}>
          {fill(words.fillGo, { n: days ?? '?' })}
        </button>
      </p>
    </form>
  );
}
