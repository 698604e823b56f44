import type { ComponentChildren, TargetedEvent, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from './field';

interface KeptFieldProps<T> {
  id: string;
  label: string;
  type: 'text' | 'time';
  inputMode?: 'numeric' | 'decimal';
  hint?: ComponentChildren;
  /** As it is kept. */
  value: string;
  /** Reads what is typed; undefined for what cannot be kept. */
  parse: (text: string) => T | undefined;
  /** What is said then. */
  unclear: string;
  onValue: (value: T) => void;
}

/** A short field that is kept when the reader leaves it; what cannot be kept stays as it was typed, with what is wrong. */
export function KeptField<T>({ id, label, hint, value, parse, unclear, onValue, type, inputMode }: KeptFieldProps<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnclear, setIsUnclear] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} problem={isUnclear ? unclear : undefined}>
      {(described) => {
        const input = {
          ...described,
          id,
          class: 'short',
          value: typed ?? value,
          autocomplete: 'off',
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
          onChange: (event: TargetedEvent<HTMLInputElement>) => {
            const parsed = parse(event.currentTarget.value);
            setIsUnclear(parsed === undefined);
            if (parsed === undefined) return;
            setTyped(null);
            onValue(parsed);
          },
        } as const;
        return type === 'time' ? (
          <input {...input} type="time" />
        ) : (
          <input {...input} type="text" {...(inputMode && { inputMode })} />
        );
      }}
    </Field>
  );
}
