import type { ComponentChildren } from 'preact';

interface CheckProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One setting that is on or off, and what it means. */
export function Check({ id, label, hint, checked, onChange }: CheckProps) {
  return (
    <div class="choice">
      <label>
        <input
          id={id}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={checked}
          onChange={(event) => {
            const { checked: wanted } = event.currentTarget;
            event.currentTarget.checked = checked; // it shows what is kept, which may take a while or be refused
            onChange(wanted);
          }}
        />
        {label}
      </label>
      <div class="hint" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}
