import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readAddress, wayTo } from '@/core/model/address';
import type { ModelConfig } from '@/core/model/config';
import { type DraftProblems, findKeyProblem, type ModelDraft, readDraft } from '@/core/model/draft';
import type { Preset } from '@/core/model/presets';
import type { Language } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';
import { AdvancedFields } from './advanced-fields';
import { TextField } from './field';
import { KeyField } from './key-field';

interface ModelFormProps {
  title: string;
  words: ModelWords;
  language: Language;
  preset: Preset;
  /** What the form begins with. */
  draft: ModelDraft;
  /** The origin a key is kept for; null when none is kept. */
  keptFor: string | null;
  /** What became of the last 保存, in words; '' before. */
  message: string;
  failed: boolean;
  /** Called in the click itself, so that the browser can be asked. `key` null: as it was. */
  onSave: (model: Omit<ModelConfig, 'id'>, key: string | null) => void;
  onCancel: () => void;
}

function addressOf(draft: ModelDraft): string | null {
  const address = readAddress(draft.address);
  return 'problem' in address ? null : address.baseUrl;
}

/** A model to be added or changed. It stays as it is filled in until whoever shows it takes it away. */
export function ModelForm(props: ModelFormProps) {
  const { title, words, language, preset, keptFor, message, failed, onSave, onCancel } = props;
  const [draft, setDraft] = useState(props.draft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const baseUrl = addressOf(draft);
  const origin = baseUrl === null ? null : new URL(baseUrl).origin;
  const keyNeeded = preset.needsKey && (keptFor === null || keptFor !== origin);
  const change = (part: Partial<ModelDraft>) => setDraft((before) => ({ ...before, ...part }));
  const said = (field: keyof DraftProblems) => problems[field] && words[problems[field]];
  const hasProblems = Object.keys(problems).length > 0;

  // With the form and not behind it: what is typed at once must not be taken from its field.
  useLayoutEffect(() => {
    // A preset leaves the key to be filled in, an address of one's own everything.
    const first = props.draft.address === '' ? '#model-address' : '#model-key';
    (form.current?.querySelector<HTMLElement>(first) ?? form.current?.querySelector('input'))?.focus();
  }, []);
  useLayoutEffect(
    // Whoever closed the form has taken what they wanted of the key.
    () => () => {
      if (key.current) key.current.value = '';
    },
    [],
  );
  useEffect(() => {
    if (hasProblems) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);

  const save = () => {
    const typed = key.current?.value.trim() ?? '';
    const read = readDraft(draft);
    const keyProblem = findKeyProblem(typed, keyNeeded);
    const found = { ...('problems' in read && read.problems), ...(keyProblem && { key: keyProblem }) };
    setProblems(found);
    if ('model' in read && keyProblem === null) onSave(read.model, typed === '' ? null : typed);
  };

  return (
    <form
      ref={form}
      class="model-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{title}</h3>
      <TextField
        id="model-name"
        label={words.name}
        hint={words.nameHint}
        value={draft.name}
        onInput={(name) => change({ name })}
      />
      <TextField
        id="model-address"
        label={words.address}
        hint={
          baseUrl === null || wayTo(baseUrl) === 'encrypted' ? (
            words.addressHint
          ) : (
            <span class={wayTo(baseUrl) === 'open' ? 'warning' : undefined}>
              {wayTo(baseUrl) === 'open' ? words.wayOpen : words.wayHere}
            </span>
          )
        }
        problem={said('address')}
        inputMode="url"
        list="model-addresses"
        value={draft.address}
        onInput={(address) => change({ address })}
      />
      <datalist id="model-addresses">
        {[preset.baseUrl, ...preset.otherSites].filter(Boolean).map((url) => (
          <option key={url} value={url} />
        ))}
      </datalist>
      <TextField
        id="model-model"
        label={words.model}
        hint={words.modelHint}
        problem={said('model')}
        list="model-suggestions"
        value={draft.model}
        onInput={(model) => change({ model })}
      />
      <datalist id="model-suggestions">
        {preset.models.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      <KeyField
        words={words}
        input={key}
        origin={origin}
        keptFor={keptFor}
        needed={preset.needsKey}
        problem={said('key')}
        preset={preset}
        language={language}
      />
      <div class="pair">
        <TextField
          id="model-input-price"
          label={words.inputPrice}
          problem={said('inputPrice')}
          inputMode="decimal"
          value={draft.inputPrice}
          onInput={(inputPrice) => change({ inputPrice })}
        />
        <TextField
          id="model-output-price"
          label={words.outputPrice}
          problem={said('outputPrice')}
          inputMode="decimal"
          value={draft.outputPrice}
          onInput={(outputPrice) => change({ outputPrice })}
        />
        <p class="hint">{words.priceHint}</p>
      </div>
      <TextField
        id="model-context"
        label={words.contextTokens}
        hint={words.contextHint}
        problem={said('contextTokens')}
        value={draft.contextTokens}
        onInput={(contextTokens) => change({ contextTokens })}
      />
      <AdvancedFields words={words} draft={draft} onChange={change} />
      <p class={failed || hasProblems ? 'message failed' : 'message'} role="status">
        {hasProblems ? words.fixFields : message}
      </p>
      <div class="actions">
        <button type="submit" class="button primary">
          {words.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
