import type { JSX, Ref } from 'preact';
import type { View } from './view';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'ref'> {
  view: View;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** Every button of the panel: once the panel is retired it does nothing and says why. */
export function Button({ view, buttonRef, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef}
      {...(view.retired && { disabled: true, title: view.words.refresh })}
    />
  );
}

/** A sign beside a text that says enough; not read out. */
export function Sign({ children }: { children: string }) {
  return (
    <span class="sign" aria-hidden="true">
      {children}
    </span>
  );
}
