import type { ModelConfig, Protocol } from '@/core/model/config';
import type { ModelDraft } from '@/core/model/draft';
import type { ModelWords } from '@/core/words/models';
import { Field } from './field';

interface AdvancedFieldsProps {
  words: ModelWords;
  draft: ModelDraft;
  onChange: (change: Partial<ModelDraft>) => void;
}

interface SelectProps<T extends string> {
  id: string;
  label: string;
  hint?: string;
  value: T;
  options: Readonly<Record<T, string>>;
  onChange: (value: T) => void;
}

function Select<T extends string>({ id, label, hint, value, options, onChange }: SelectProps<T>) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <select
          {...described}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as T) /* as: one of the options below */}
        >
          {Object.entries<string>(options).map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What presets know and an address of one's own may need to be told. */
export function AdvancedFields({ words, draft, onChange }: AdvancedFieldsProps) {
  return (
    <details class="advanced">
      <summary>{words.advanced}</summary>
      <Select<Protocol>
        id="model-protocol"
        label={words.protocol}
        value={draft.protocol}
        options={{
          openai: words.protocolOpenai,
          ollama: words.protocolOllama,
          gemini: words.protocolGemini,
          anthropic: words.protocolAnthropic,
        }}
        onChange={(protocol) => onChange({ protocol })}
      />
      <Select<ModelConfig['json']>
        id="model-json"
        label={words.json}
        hint={words.jsonHint}
        value={draft.json}
        options={{ schema: words.jsonSchema, object: words.jsonObject, prompt: words.jsonPrompt }}
        onChange={(json) => onChange({ json })}
      />
      <label class="check">
        <input
          id="model-pdf"
          type="checkbox"
          checked={draft.readsPdf}
          onChange={(event) => onChange({ readsPdf: event.currentTarget.checked })}
        />
        {words.readsPdf}
      </label>
    </details>
  );
}
