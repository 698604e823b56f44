import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  title: string;
  /** Drawn only while it stands open: it may be long. */
  children: () => ComponentChildren;
}

/** A long list behind one line. */
export function Fold({ title, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
}
