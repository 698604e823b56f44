import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryWords } from '@/core/words/library';
import type { ReportPageWords } from '@/core/words/report-page';
import type { ListedPaper } from './listed-paper';
import { type ItemActions, PaperItem } from './paper-item';

interface PaperListProps {
  /** What the list is called; several may stand below each other. */
  label?: string;
  papers: readonly ListedPaper[];
  currentId: string | null;
  selectedIds: ReadonlySet<string>;
  query: readonly string[];
  words: LibraryWords;
  own: ReportPageWords;
  actions: ItemActions;
  hrefOf: (id: string) => string;
}

/** Rows drawn at first, and added each time the end of them comes near. */
const ROWS_AT_ONCE = 100;

/** The papers of a list, in order. A list of thousands is drawn as far as it is looked at, and one screen more. */
export function PaperList(props: PaperListProps) {
  const { papers, currentId, selectedIds, query, words, own, actions, hrefOf, label = words.list } = props;
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const end = useRef<HTMLDivElement>(null);
  const currentAt = papers.findIndex((paper) => paper.id === currentId);
  // A paper that keys or an address lead to is drawn with some that follow it.
  const count = Math.max(limit, Math.ceil((currentAt + 10) / ROWS_AT_ONCE) * ROWS_AT_ONCE);
  const more = count < papers.length;
  useEffect(() => {
    if (!more || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(count + ROWS_AT_ONCE);
      },
      { rootMargin: '1500px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [more, count]);
  useEffect(() => setLimit(ROWS_AT_ONCE), [query]);
  return (
    <>
      {/* Safari takes lists without bullets for no lists, unless told. */}
      <ul class={query.length > 0 ? 'items searched' : 'items'} role="list" aria-label={label}>
        {papers.slice(0, count).map((paper) => (
          <PaperItem
            key={paper.id}
            paper={paper}
            href={hrefOf(paper.id)}
            current={paper.id === currentId}
            selected={selectedIds.has(paper.id)}
            query={query}
            words={words}
            own={own}
            actions={actions}
          />
        ))}
      </ul>
      {more && <div ref={end} />}
    </>
  );
}
