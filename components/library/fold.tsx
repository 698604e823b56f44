import type { ComponentChildren } from 'preact';

interface FoldProps {
  label: string;
  open: boolean;
  onFold: (open: boolean) => void;
  children: ComponentChildren;
}

/** A part of a list under its own line; what is folded is not drawn. */
export function Fold({ label, open, onFold, children }: FoldProps) {
  return (
    <section class="fold">
      <h3>
        <button type="button" aria-expanded={open} onClick={() => onFold(!open)}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {label}
        </button>
      </h3>
      {open && children}
    </section>
  );
}
