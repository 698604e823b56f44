import { useState } from 'preact/hooks';
import { type CheckedTemplate, checkTemplate } from '@/core/feeds/address';
import { formatClock, parseClock } from '@/core/feeds/clock-time';
import { EARLY_MINUTES } from '@/core/feeds/new-feed';
import { formatRoute } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import { templateProblemWords } from '@/core/words/feed-addresses';
import { feedWords } from '@/core/words/feeds';
import { LineField } from './field';
import { PrivateTick } from './private-tick';

interface AddressFormProps {
  language: Language;
  /** The subscription that has this address already; null when there is none. */
  findSubscribed: (checked: CheckedTemplate) => { id: string; name: string } | null;
  /** Called in the click itself. `name` is '' where the reader typed none. */
  onPreview: (checked: CheckedTemplate, name: string, usualMinutes: number) => void;
}

/** Where an address of the reader's own is added. */
export function AddressForm({ language, findSubscribed, onPreview }: AddressFormProps) {
  const words = feedWords[language];
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [hour, setHour] = useState(formatClock(EARLY_MINUTES));
  const [ticked, setTicked] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const checked = checkTemplate(address);
  const problem = 'problem' in checked ? checked.problem : null;
  const isPrivate = !('problem' in checked) && checked.isPrivate;
  const known = 'problem' in checked ? null : findSubscribed(checked);

  const submit = (event: Event) => {
    event.preventDefault();
    setSubmitted(true);
    if ('problem' in checked || known || (isPrivate && !ticked)) return;
    onPreview(checked, name.trim(), parseClock(hour) ?? EARLY_MINUTES);
  };

  return (
    <>
      <h2>{words.addTitle}</h2>
      <form class="feed-form" noValidate onSubmit={submit}>
        <LineField
          id="feed-address"
          label={words.address}
          value={address}
          inputMode="url"
          hint={words.addHint}
          problem={submitted && problem ? templateProblemWords[language][problem] : null}
          onInput={(value) => {
            setAddress(value);
            // What was confirmed was another address, and what was wrong may be right now.
            setTicked(false);
            setSubmitted(false);
          }}
        />
        {isPrivate && <PrivateTick ticked={ticked} missing={submitted} words={words} onTick={setTicked} />}
        <LineField id="feed-name" label={words.name} value={name} hint={words.nameHint} onInput={setName} />
        <LineField id="feed-hour" type="time" label={words.hour} value={hour} hint={words.hourHint} onInput={setHour} />
        {known && (
          <p class="warning" role="status">
            {words.already}
            <a href={formatRoute({ kind: 'feed', id: known.id })}>{known.name}</a>
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary">
            {words.previewButton}
          </button>
        </p>
      </form>
    </>
  );
}
