import type { ComponentChildren } from 'preact';

interface FieldProps {
  id: string;
  label: string;
  /** A sentence below. */
  hint?: ComponentChildren;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
  children: (described: { 'aria-describedby': string; 'aria-invalid': boolean }) => ComponentChildren;
}

/** A labelled field of a form, with a hint and with what is wrong with it. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ 'aria-describedby': `${id}-hint`, 'aria-invalid': problem !== undefined })}
      <div id={`${id}-hint`}>
        {problem && <p class="problem">{problem}</p>}
        {hint && <p class="hint">{hint}</p>}
      </div>
    </div>
  );
}

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  hint?: ComponentChildren;
  problem?: string | undefined;
  inputMode?: 'url' | 'decimal';
  /** Id of a list of suggestions. */
  list?: string;
  onInput: (value: string) => void;
}

/** A field for one line of text that the browser leaves as it is typed. */
export function TextField({ id, label, value, hint, problem, onInput, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      {(described) => (
        <input
          type="text"
          {...input}
          {...described}
          id={id}
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
