import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Preset } from '@/core/model/presets';
import type { Language } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { Field } from './field';

interface KeyFieldProps {
  words: ModelWords;
  /** What the browser holds is all there is of a typed key: it never becomes part of what is rendered. */
  input: RefObject<HTMLInputElement | null>;
  /** Where the key will go; null while the address cannot be read. */
  origin: string | null;
  /** The origin a key is kept for; null when none is kept. */
  keptFor: string | null;
  needed: boolean;
  problem?: string | undefined;
  preset: Preset;
  language: Language;
}

/** The key of a model: typed, never shown, never filled back. A kept one shows as 已保存 until it is to be changed. */
export function KeyField({ words, input, origin, keptFor, needed, problem, preset, language }: KeyFieldProps) {
  const [changing, setChanging] = useState(false);
  if (keptFor !== null && keptFor === origin && !changing) {
    return (
      <div class="field kept-key">
        <span class="label">{words.key}</span>
        <p>
          {words.keyKept}
          <button type="button" class="button small" onClick={() => setChanging(true)}>
            {words.changeKey}
          </button>
        </p>
      </div>
    );
  }
  const forgotten = keptFor !== null && origin !== null && keptFor !== origin;
  return (
    <>
      <Field
        id="model-key"
        label={words.key}
        problem={problem}
        hint={
          <>
            {forgotten && fill(words.keyForgotten, { origin: keptFor })}
            {!forgotten && fill(words.keyHint, { origin: origin ?? words.address })}
            {!needed && ` ${words.keyOptional}`}
          </>
        }
      >
        {(described) => <input {...described} ref={input} id="model-key" type="password" autocomplete="off" />}
      </Field>
      {preset.keyUrl && (
        <p class="get-key">
          <a href={preset.keyUrl} target="_blank" rel="noreferrer">
            {fill(words.getKey, { name: preset.name[language] })}
          </a>
        </p>
      )}
    </>
  );
}
