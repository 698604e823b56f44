import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedListProps {
  title: string;
  /** Drawn only while it stands open: it may be long. */
  children: () => ComponentChildren;
}

/** A long list behind one line. */
export function FoldedList({ title, children }: FoldedListProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="folded-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
}
