import { useEffect, useRef, useState } from 'preact/hooks';

interface MenuProps<T extends string> {
  label: string;
  items: readonly { value: T; label: string }[];
  disabled?: boolean;
  /** What is to be known before one is chosen; '' for nothing. */
  note?: string;
  onOpen?: () => void;
  onChoose: (value: T) => void;
}

/** A menu button as readers of screens know it; arrows move, Escape and Tab leave. */
export function Menu<T extends string>({ label, items, disabled = false, note = '', onOpen, onChoose }: MenuProps<T>) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => Array.from(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);

  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    onOpen?.();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) all.at(to % all.length)?.focus();
    else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
  };

  return (
    <div
      class="menu-place"
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOpen(false);
      }}
    >
      <button
        type="button"
        class="tool"
        ref={button}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open && (
        // A press keeps the focus where it is: some browsers give buttons none, and the menu would close before the click.
        <div
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          ref={menu}
          onKeyDown={onKeyDown}
          onMouseDown={(event) => event.preventDefault()}
        >
          {note !== '' && <p class="menu-note">{note}</p>}
          {items.map((item) => (
            <button
              key={item.value}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onChoose(item.value);
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
