import { useState } from 'preact/hooks';
import { checkPrefix } from '@/core/feeds/address';
import type { Language } from '@/core/settings';
import { templateProblemWords } from '@/core/words/feed-addresses';
import { feedWords } from '@/core/words/feeds';
import { LineField } from './field';
import { PrivateTick } from './private-tick';

interface PrefixFieldProps {
  /** What is used now; '' for none. */
  prefix: string;
  language: Language;
  onPrefix: (prefix: string) => void;
}

/** What the reader puts before GitHub's raw addresses; empty takes it away. */
export function PrefixField({ prefix, language, onPrefix }: PrefixFieldProps) {
  const words = feedWords[language];
  const [typed, setTyped] = useState(prefix);
  const [ticked, setTicked] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const checked = typed.trim() === '' ? { prefix: '', isPrivate: false } : checkPrefix(typed);
  const problem = 'problem' in checked ? checked.problem : null;
  const isPrivate = 'isPrivate' in checked && checked.isPrivate && checked.prefix !== prefix;

  const submit = (event: Event) => {
    event.preventDefault();
    setSubmitted(true);
    if ('problem' in checked || (isPrivate && !ticked)) return;
    setTyped(checked.prefix);
    onPrefix(checked.prefix);
  };
  return (
    <form class="prefix" noValidate onSubmit={submit}>
      <LineField
        id="feed-prefix"
        label={words.prefixLabel}
        value={typed}
        inputMode="url"
        hint={words.prefixHint}
        problem={submitted && problem ? templateProblemWords[language][problem] : null}
        onInput={(value) => {
          setTyped(value);
          setTicked(false);
          setSubmitted(false);
        }}
      />
      {isPrivate && <PrivateTick ticked={ticked} missing={submitted} words={words} onTick={setTicked} />}
      <button type="submit" class="button small" disabled={typed.trim() === prefix}>
        {words.prefixUse}
      </button>
    </form>
  );
}
