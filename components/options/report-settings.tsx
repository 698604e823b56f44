import { useState } from 'preact/hooks';
import { parseKeywords } from '@/core/keywords';
import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';
import { fill } from '@/core/words/words';
import { Choice } from './choice';
import { Field } from './field';

interface ReportSettingsProps {
  settings: Settings;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

/** 0: always. */
const KEEP_DAYS = [30, 90, 180, 365, 0];

/** Which papers of a long report come first, and for how long the library keeps those that nobody wanted. */
export function ReportSettings({ settings, words, onChange }: ReportSettingsProps) {
  const [typed, setTyped] = useState(settings.keywords.join('\n'));
  // A number of days from elsewhere (a later Daodu) is one more to choose from.
  const days = KEEP_DAYS.includes(settings.keepDays) ? KEEP_DAYS : [settings.keepDays, ...KEEP_DAYS];
  return (
    <section id="reports" aria-labelledby="reports-title">
      <h2 id="reports-title">{words.reports}</h2>
      <Field id="keywords" label={words.keywords} hint={words.keywordsHint}>
        {(described) => (
          <textarea
            {...described}
            id="keywords"
            rows={4}
            spellcheck={false}
            placeholder={words.keywordsExample}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onChange={(event) => onChange({ keywords: parseKeywords(event.currentTarget.value) })}
          />
        )}
      </Field>
      <Choice
        name="keepDays"
        label={words.keepDays}
        hint={words.keepDaysHint}
        value={String(settings.keepDays)}
        options={days.map((n) => ({
          value: String(n),
          label: n === 0 ? words.keepDaysAlways : fill(words.keepDaysCount, { n }),
        }))}
        onChange={(value) => onChange({ keepDays: Number(value) })}
      />
    </section>
  );
}
