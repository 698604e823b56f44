import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NewsPaper } from '@/core/daily/news';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { fill } from '@/core/words/words';
import { NewsList, type PaperActions, type PaperMarks } from './news-list';

interface LeftOutFoldProps {
  /** How many were left out; null where that is not known before they are read. */
  count: number | null;
  open: boolean;
  /** In their order; undefined until they are read, null when they are gone. */
  papers: readonly NewsPaper[] | null | undefined;
  marks: Readonly<Record<string, PaperMarks>>;
  /** The level below the heading that it stands under. */
  Heading: 'h2' | 'h3' | 'h4';
  language: Language;
  actions: PaperActions;
  onFold: (open: boolean) => void;
}

/** What was announced and not chosen, behind one line. */
export function LeftOutFold(props: LeftOutFoldProps) {
  const { open, papers, marks, Heading, language, actions, onFold } = props;
  const words = dayViewWords[language];
  const count = papers?.length ?? props.count;
  const label = count === null ? words.leftOut : fill(words.leftOutCount, { n: count });
  const section = useRef<HTMLElement>(null);
  const isThere = open && papers !== undefined;
  // It stands at the end of a list: what it opens would be out of sight.
  useLayoutEffect(() => {
    if (isThere) section.current?.scrollIntoView({ block: 'start' });
  }, [isThere]);
  return (
    <section class="unchosen" ref={section}>
      <Heading>
        <button type="button" aria-expanded={open} onClick={() => onFold(!open)}>
          {label}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
      </Heading>
      {open && papers === undefined && <p class="said">{words.loading}</p>}
      {open && papers === null && <p class="said">{words.leftOutGone}</p>}
      {open && papers?.length === 0 && <p class="said">{words.leftOutNone}</p>}
      {open && papers && papers.length > 0 && (
        <NewsList label={label} papers={papers} marks={marks} language={language} actions={actions} />
      )}
    </section>
  );
}
