import type { LibraryWords } from '@/core/words/library';
import type { ListedPaper } from './listed-paper';
import { type ItemActions, PaperItem } from './paper-item';

interface PaperListProps {
  papers: readonly ListedPaper[];
  currentId: string | null;
  selectedIds: ReadonlySet<string>;
  query: readonly string[];
  words: LibraryWords;
  actions: ItemActions;
  hrefOf: (id: string) => string;
}

/** The papers of a list, in order. Rows out of sight cost no layout (see list.css). */
export function PaperList({ papers, currentId, selectedIds, query, words, actions, hrefOf }: PaperListProps) {
  return (
    // Safari takes lists without bullets for no lists, unless told.
    <ul class={query.length > 0 ? 'items searched' : 'items'} role="list" aria-label={words.list}>
      {papers.map((paper) => (
        <PaperItem
          key={paper.id}
          paper={paper}
          href={hrefOf(paper.id)}
          current={paper.id === currentId}
          selected={selectedIds.has(paper.id)}
          query={query}
          words={words}
          actions={actions}
        />
      ))}
    </ul>
  );
}
