import { useEffect, useRef, useState } from 'preact/hooks';
import { formatClock, parseClock } from '@/core/feeds/clock-time';
import type { FeedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { LineField } from './field';

interface RenameFormProps {
  name: string;
  words: FeedWords;
  onRename: (name: string) => void;
}

/** A feed's name, for the reader to change. */
export function RenameForm({ name, words, onRename }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const submit = (event: Event) => {
    event.preventDefault();
    if (wanted !== '' && wanted !== name) onRename(wanted);
  };
  return (
    <form noValidate onSubmit={submit}>
      <LineField id="feed-rename" label={words.name} value={typed} onInput={setTyped} />
      <p class="actions">
        <button type="submit" class="button small" disabled={wanted === '' || wanted === name}>
          {words.renameSave}
        </button>
      </p>
    </form>
  );
}

interface HourFormProps {
  /** Minutes after midnight in Beijing. */
  minutes: number;
  words: FeedWords;
  onHour: (minutes: number) => void;
}

/** When a feed's files are usually there, for the reader to change. */
export function HourForm({ minutes, words, onHour }: HourFormProps) {
  const [typed, setTyped] = useState(formatClock(minutes));
  const wanted = parseClock(typed);
  const isOther = wanted !== null && wanted !== minutes;
  const submit = (event: Event) => {
    event.preventDefault();
    if (isOther) onHour(wanted);
  };
  return (
    <form noValidate onSubmit={submit}>
      <LineField id="feed-hour" type="time" label={words.hour} value={typed} hint={words.hourHint} onInput={setTyped} />
      <p class="actions">
        <button type="submit" class="button small" disabled={!isOther}>
          {words.hourSave}
        </button>
      </p>
    </form>
  );
}

interface UnsubscribeProps {
  name: string;
  words: FeedWords;
  onUnsubscribe: () => void;
}

/** 退订, which asks once more and says what stays. */
export function Unsubscribe({ name, words, onUnsubscribe }: UnsubscribeProps) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) question.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [asking]);
  return asking ? (
    <div ref={question} class="actions question" role="group" aria-label={words.unsubscribe}>
      <span>{fill(words.unsubscribeQuestion, { name })}</span>
      <button type="button" class="button small danger" onClick={onUnsubscribe}>
        {words.unsubscribeYes}
      </button>
      <button type="button" class="button small" onClick={() => setAsking(false)}>
        {words.keep}
      </button>
    </div>
  ) : (
    <p class="actions">
      <button type="button" class="button small" onClick={() => setAsking(true)}>
        {words.unsubscribe}
      </button>
    </p>
  );
}
