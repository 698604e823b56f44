import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';
import { fill } from '@/core/words/words';
import { Choice } from './choice';

interface LibrarySettingsProps {
  settings: Settings;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

/** 0: always. */
const KEEP_DAYS = [30, 90, 180, 365, 0];

/** For how long the library keeps papers that nobody wanted. */
export function LibrarySettings({ settings, words, onChange }: LibrarySettingsProps) {
  // A number of days from elsewhere (a later Daodu) is one more to choose from.
  const days = KEEP_DAYS.includes(settings.keepDays) ? KEEP_DAYS : [settings.keepDays, ...KEEP_DAYS];
  return (
    <section id="library" aria-labelledby="library-title">
      <h2 id="library-title">{words.libraryTitle}</h2>
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
