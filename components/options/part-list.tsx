import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { movePart, orderParts, type PanelPart } from '@/core/guide/arrange';
import type { OptionsWords } from '@/core/words/options';
import type { PanelWords } from '@/core/words/panel';
import { fill } from '@/core/words/words';

interface PartListProps {
  /** Empty: the usual order. */
  order: readonly PanelPart[];
  hidden: readonly PanelPart[];
  words: OptionsWords;
  names: PanelWords;
  onChange: (change: { panelParts?: PanelPart[]; hiddenParts?: PanelPart[] }) => void;
}

/** The panel's parts in the reader's order, each with a tick; moved by dragging, or by its two buttons. */
export function PartList({ order, hidden, words, names, onChange }: PartListProps) {
  const parts = orderParts(order);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<PanelPart | null>(null);
  const [said, say] = useState('');
  const focused = useRef<string | null>(null);
  const nameOf = (part: PanelPart) => (part === 'findings' ? names.findings : names[`part_${part}`]);
  // A row that moves takes the focus with it; a button that is at its end gives it to the other one.
  useLayoutEffect(() => {
    const [part = '', way = ''] = focused.current?.split(' ') ?? [];
    focused.current = null;
    const row = list.current?.querySelector(`[data-part="${part}"]`);
    const buttons = Array.from(row?.querySelectorAll('button') ?? []).filter((button) => !button.disabled);
    (buttons.find((button) => button.className === way) ?? buttons[0])?.focus();
  }, [parts.join()]);

  const move = (part: PanelPart, by: number) => {
    const panelParts = movePart(parts, part, by);
    if (panelParts.join() === parts.join()) return;
    onChange({ panelParts });
    say(fill(words.partMoved, { part: nameOf(part), n: panelParts.indexOf(part) + 1 }));
  };
  const press = (part: PanelPart, way: 'up' | 'down') => {
    focused.current = `${part} ${way}`;
    move(part, way === 'up' ? -1 : 1);
  };
  return (
    <fieldset id="panelParts" class="choice">
      <legend>{words.parts}</legend>
      <ol class="part-list" ref={list}>
        {parts.map((part, index) => (
          <li
            key={part}
            data-part={part}
            draggable
            class={dragged === part ? 'dragged' : ''}
            onDragStart={(event) => {
              event.dataTransfer?.setData('text/plain', nameOf(part));
              setDragged(part);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              move(dragged, index - parts.indexOf(dragged));
            }}
          >
            <span class="grip" aria-hidden="true">
              ⠿
            </span>
            <label>
              <input
                type="checkbox"
                checked={!hidden.includes(part)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange({ hiddenParts: checked ? hidden.filter((one) => one !== part) : [...hidden, part] })
                }
              />
              {nameOf(part)}
            </label>
            <button
              type="button"
              class="up"
              disabled={index === 0}
              aria-label={fill(words.partUp, { part: nameOf(part) })}
              onClick={() => press(part, 'up')}
            >
              ↑
            </button>
            <button
              type="button"
              class="down"
              disabled={index === parts.length - 1}
              aria-label={fill(words.partDown, { part: nameOf(part) })}
              onClick={() => press(part, 'down')}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <div class="row">
        <button
          type="button"
          class="button small"
          disabled={order.length === 0 && hidden.length === 0}
          onClick={() => onChange({ panelParts: [], hiddenParts: [] })}
        >
          {words.partsReset}
        </button>
        <p class="hint" role="status">
          {said}
        </p>
      </div>
      <p class="hint">{words.partsHint}</p>
    </fieldset>
  );
}
