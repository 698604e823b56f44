import type { Settings } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import type { ViewWords } from '@/core/words/views';
import type { PrivacyWords } from '@/core/words/privacy';
import { KEY_HELP } from '../library/keys';
import { Check } from './check';

interface ShortcutsProps {
  settings: Settings;
  /** The browser's own keys for us, `keys` '' where there are none. */
  commands: readonly { name: string; label: string; keys: string }[];
  said: string;
  words: PrivacyWords;
  library: LibraryWords & ViewWords;
  onChange: (change: Partial<Settings>) => void;
  onOpen: () => void;
}

/** Every key there is: the browser's own, and single keys, which can be turned off. */
export function Shortcuts({ settings, commands, said, words, library, onChange, onOpen }: ShortcutsProps) {
  return (
    <section id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{words.shortcuts}</h2>
      <dl class="key-list">
        {commands.map(({ name, label, keys }) => (
          <div key={name}>
            <dt>{keys === '' ? <span class="hint">{words.noKey}</span> : <kbd>{keys}</kbd>}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <button type="button" class="button small" onClick={onOpen}>
          {words.openShortcuts}
        </button>
        <p class="hint" role="status">
          {said}
        </p>
      </div>
      <p class="hint">{words.shortcutsText}</p>
      <Check
        id="libraryKeys"
        label={words.libraryKeys}
        hint={words.libraryKeysHint}
        checked={settings.libraryKeys}
        onChange={(libraryKeys) => onChange({ libraryKeys })}
      />
      <dl class={settings.libraryKeys ? 'key-list' : 'key-list off'}>
        {KEY_HELP.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{library[word]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
