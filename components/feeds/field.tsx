import type { ComponentChildren } from 'preact';

interface LineFieldProps {
  id: string;
  label: string;
  value: string;
  hint?: ComponentChildren;
  /** What is wrong with it, in words. */
  problem?: string | null;
  inputMode?: 'url' | 'numeric';
  /** `time`: a time of the day; what is none comes as ''. */
  type?: 'text' | 'time';
  onInput: (value: string) => void;
}

/** A field for one line of text, with what is wrong with it said below. */
export function LineField({
  id,
  label,
  value,
  hint,
  problem = null,
  inputMode,
  type = 'text',
  onInput,
}: LineFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        {...(type === 'time' ? { type } : { type })}
        {...(inputMode && { inputMode })}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <div id={`${id}-hint`}>
        {problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {hint && <p class="small">{hint}</p>}
      </div>
    </div>
  );
}
