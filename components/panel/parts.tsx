import type { ComponentChildren } from 'preact';
import type { View } from './view';

/** Puts neighbours of one kind together, in their order: a part that comes twice in a row is labelled once. */
export function groupRuns<T, K>(items: readonly T[], kindOf: (item: T) => K): [kind: K, items: T[]][] {
  const groups: [K, T[]][] = [];
  for (const item of items) {
    const kind = kindOf(item);
    const last = groups.at(-1);
    if (last?.[0] === kind) last[1].push(item);
    else groups.push([kind, [item]]);
  }
  return groups;
}

/** One row of a panel: what it is on the left, the text beside it, or below where there is no room. */
export function Labelled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SentencesProps {
  view: View;
  /** `text` as the abstract has it; null where it is no sentence of the abstract. */
  list: { lang: string; text: string | null; body: ComponentChildren }[];
}

/** Sentences of the abstract: pointing at one, or moving the focus to it, marks it on the page. */
export function Sentences({ view, list }: SentencesProps) {
  const clear = () => view.actions.highlight(null);
  return (
    <ol class="sentences">
      {list.map(({ lang, text, body }, index) => {
        const mark = () => view.actions.highlight(text);
        const reach = text !== null && {
          tabIndex: 0,
          onMouseEnter: mark,
          onMouseLeave: clear,
          onFocus: mark,
          onBlur: clear,
        };
        return (
          <li key={index} lang={lang} {...reach}>
            {body}
          </li>
        );
      })}
    </ol>
  );
}
