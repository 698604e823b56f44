import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';

interface ListSettingsProps {
  settings: Pick<Settings, 'lists' | 'listKeys'>;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

/** What stands beside papers in arXiv's lists and searches. */
export function ListSettings({ settings, words, onChange }: ListSettingsProps) {
  return (
    <>
      <h2>{words.lists}</h2>
      <div class="choice">
        <label>
          <input
            id="lists"
            type="checkbox"
            aria-describedby="lists-hint"
            checked={settings.lists}
            onChange={(event) => onChange({ lists: event.currentTarget.checked })}
          />
          {words.listsShown}
        </label>
        <p class="hint" id="lists-hint">
          {words.listsHint}
        </p>
      </div>
      <div class="choice">
        <label>
          <input
            id="listKeys"
            type="checkbox"
            disabled={!settings.lists}
            aria-describedby="list-keys-hint"
            checked={settings.listKeys}
            onChange={(event) => onChange({ listKeys: event.currentTarget.checked })}
          />
          {words.listKeys}
        </label>
        <p class="hint" id="list-keys-hint">
          {words.listKeysHint}
        </p>
      </div>
    </>
  );
}
