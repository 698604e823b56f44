interface ChoiceProps<T extends string> {
  /** Also the id of the group, for links and tests. */
  name: string;
  label: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}

/** One setting with a few values, all in sight. */
export function Choice<T extends string>({ name, label, hint, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset id={name} class="choice">
      <legend>{label}</legend>
      <div class="values">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
