/** What stands open; one at a time. */
let close: (() => void) | null = null;
/** The button that was pressed for it; null where it was only pointed at or reached. */
let pressed: HTMLElement | null = null;

const ID = 'why';
const WIDTH = 340;
const MARGIN = 8;

function place(tip: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - width - MARGIN));
  const isBelow = at.bottom + height + MARGIN <= document.documentElement.clientHeight || at.top < height;
  tip.style.left = `${left}px`;
  tip.style.top = `${isBelow ? at.bottom : at.top - height}px`;
}

/** Takes away the reasons that stand open, if any do. */
export function closeWhy(): void {
  close?.();
}

/**
 * Shows reasons beside the button that was pointed at, reached by keyboard or pressed, until it is left, pressed again, or Escape
 * is pressed. In the top layer, so that no list cuts them off; the pointer may go onto them.
 *
 * @param lines one reason each.
 */
export function openWhy(button: HTMLElement, lines: readonly string[], isPinned = false): void {
  const isOpen = button.getAttribute('aria-describedby') === ID;
  if (isOpen && !isPinned) return;
  const wasPressed = isOpen && pressed === button;
  closeWhy();
  if (wasPressed) return;
  pressed = isPinned ? button : null;
  const tip = document.createElement('div');
  tip.id = ID;
  tip.className = 'why-tip';
  tip.setAttribute('role', 'tooltip');
  tip.style.maxWidth = `min(${WIDTH}px, calc(100vw - ${2 * MARGIN}px))`;
  for (const line of lines) {
    const row = document.createElement('p');
    row.textContent = line;
    tip.append(row);
  }
  (button.closest('main') ?? document.body).append(tip);
  if ('showPopover' in tip) {
    tip.popover = 'manual';
    tip.showPopover();
  }
  place(tip, button);
  button.setAttribute('aria-describedby', tip.id);

  const over = new AbortController();
  const { signal } = over;
  close = () => {
    over.abort();
    tip.remove();
    button.removeAttribute('aria-describedby');
    close = null;
    pressed = null;
  };
  const leave = (event: PointerEvent | FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (tip.contains(to) || button.contains(to))) return;
    // Reached by keyboard, the pointer has no say.
    if (event.type === 'pointerleave' && (isPinned || document.activeElement === button)) return;
    closeWhy();
  };
  button.addEventListener('pointerleave', leave, { signal });
  tip.addEventListener('pointerleave', leave, { signal });
  button.addEventListener('blur', leave, { signal });
  // Reaching a button by keyboard scrolls its list, and then it goes along; what the pointer has left is over.
  const follow = () => {
    const { bottom, top } = button.getBoundingClientRect();
    const isSeen = bottom > 0 && top < document.documentElement.clientHeight;
    if (isSeen && (isPinned || document.activeElement === button)) place(tip, button);
    else closeWhy();
  };
  document.addEventListener('scroll', follow, { signal, capture: true, passive: true });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      closeWhy();
    },
    { signal, capture: true },
  );
}
