import { PRESETS, type Preset, type PresetGroup } from '@/core/model/presets';
import type { Language } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';

interface PresetPickerProps {
  words: ModelWords;
  language: Language;
  onPick: (preset: Preset) => void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
}

/** Providers to begin with: those a reader in the mainland reaches stand first, those abroad are folded. */
export function PresetPicker({ words, language, onPick, onCancel }: PresetPickerProps) {
  const group = (wanted: PresetGroup) => (
    <ul class="presets">
      {PRESETS.filter((preset) => preset.group === wanted).map((preset) => (
        <li key={preset.id}>
          <button type="button" class="button" onClick={() => onPick(preset)}>
            {preset.name[language]}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="preset-picker" role="group" aria-label={words.choose}>
      <h3>{words.groupMainland}</h3>
      {group('mainland')}
      <h3>{words.groupLocal}</h3>
      {group('local')}
      <details>
        <summary>{words.groupAbroad}</summary>
        {group('abroad')}
      </details>
      <h3>{words.groupCustom}</h3>
      {group('custom')}
      {onCancel && (
        <p class="actions">
          <button type="button" class="button small" onClick={onCancel}>
            {words.cancel}
          </button>
        </p>
      )}
    </div>
  );
}
