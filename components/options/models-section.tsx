import type { ModelConfig } from '@/core/model/config';
import type { ModelDraft } from '@/core/model/draft';
import { getPreset, type Preset } from '@/core/model/presets';
import type { Language } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { ModelForm } from './model-form';
import { type ModelActions, ModelRow, type ShownModel, type TestState } from './model-row';
import { PresetPicker } from './preset-picker';
import { WayBack } from './way-back';

/** What is open beside the list. */
export type ModelsMode =
  /** `focusId`: the model that the form was about which has just been left. */
  | { kind: 'list'; focusId?: string }
  | { kind: 'choosing' }
  | {
      kind: 'form';
      /** Id of the model that is changed or made. */
      id: string;
      /** What the model was called before; null for a new one. */
      name: string | null;
      preset: Preset;
      draft: ModelDraft;
      keptFor: string | null;
    };

export interface Notice {
  text: string;
  failed: boolean;
}

interface ModelsSectionProps extends ModelActions {
  words: ModelWords;
  language: Language;
  models: readonly ShownModel[];
  tests: Readonly<Record<string, TestState | null>>;
  mode: ModelsMode;
  /** Said in the form while one is open, else above the list. */
  notice: Notice | null;
  /** The paper from whose page the reader came. */
  paperId: string | null;
  onChoose: () => void;
  onPick: (preset: Preset) => void;
  onSave: (model: Omit<ModelConfig, 'id'>, key: string | null) => void;
  onCancel: () => void;
}

function titleOf({ name, preset }: ModelsMode & { kind: 'form' }, words: ModelWords, language: Language): string {
  if (name !== null) return fill(words.editTitle, { name });
  return preset.group === 'custom' ? words.addOther : fill(words.addTitle, { name: preset.name[language] });
}

/** The reader's models; before there is one, what one is for and where to begin. */
export function ModelsSection(props: ModelsSectionProps) {
  const { words, language, models, tests, mode, notice, paperId, onChoose, onPick, onSave, onCancel, ...actions } =
    props;
  const isEmpty = models.length === 0;
  return (
    <section id="models" aria-labelledby="models-title">
      <h2 id="models-title">{words.models}</h2>
      {paperId !== null && <WayBack words={words} paperId={paperId} ready={!isEmpty} />}
      {isEmpty && (
        <ul class="introduction">
          <li>{words.whatFor}</li>
          <li>{words.whatItCosts}</li>
          <li>{words.whereTheKeyGoes}</li>
        </ul>
      )}
      <p class={notice?.failed ? 'message failed' : 'message'} role="status">
        {mode.kind !== 'form' && notice?.text}
      </p>
      {!isEmpty && (
        <ul class="model-list" aria-label={words.yourModels}>
          {models.map((model) => (
            <ModelRow
              key={model.id}
              model={model}
              provider={getPreset(model.provider).name[language]}
              words={words}
              language={language}
              test={tests[model.id] ?? null}
              takesFocus={mode.kind === 'list' && mode.focusId === model.id}
              {...actions}
            />
          ))}
        </ul>
      )}
      {mode.kind === 'list' && !isEmpty && (
        <button type="button" class="button" onClick={onChoose}>
          {words.addModel}
        </button>
      )}
      {(mode.kind === 'choosing' || (mode.kind === 'list' && isEmpty)) && (
        <PresetPicker
          words={words}
          language={language}
          onPick={onPick}
          onCancel={mode.kind === 'choosing' ? onCancel : null}
        />
      )}
      {mode.kind === 'form' && (
        <ModelForm
          key={mode.id}
          title={titleOf(mode, words, language)}
          words={words}
          language={language}
          preset={mode.preset}
          draft={mode.draft}
          keptFor={mode.keptFor}
          message={notice?.text ?? ''}
          failed={notice?.failed ?? false}
          onSave={onSave}
          onCancel={onCancel}
        />
      )}
    </section>
  );
}
