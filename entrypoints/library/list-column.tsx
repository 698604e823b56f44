import { EmptyList } from '@/components/library/empty-list';
import type { ItemActions } from '@/components/library/paper-item';
import { PaperList } from '@/components/library/paper-list';
import { ReportHead, type ReportPlace } from '@/components/library/report-head';
import type { ListSource } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import type { Listing } from './use-listing';

interface ListColumnProps {
  source: ListSource;
  listing: Listing;
  currentId: string | null;
  latest: ReportPlace | null;
  libraryEmpty: boolean;
  language: Language;
  words: LibraryWords;
  actions: ItemActions;
  hrefOf: (id: string) => string;
  onChoose: () => void;
  onExportReport: (reportId: string) => void;
}

/** A list with what stands above it, or why it is empty. */
export function ListColumn(props: ListColumnProps) {
  const { source, listing, currentId, latest, libraryEmpty, language, words, actions } = props;
  const { hrefOf, onChoose, onExportReport } = props;
  const { papers, query, view } = listing;
  if (!listing.ready) return null;
  return (
    <>
      {view ? (
        <ReportHead
          {...view}
          now={Date.now()}
          language={language}
          words={words}
          onExport={() => onExportReport(view.report.id)}
        />
      ) : (
        papers.length > 0 && <h2 class="visually-hidden">{source.kind === 'written' ? words.written : words.saved}</h2>
      )}
      {query.length > 0 && papers.length > 0 && (
        <p class="found" role="status">
          {fill(words.found, { n: papers.length })}
        </p>
      )}
      {papers.length > 0 && (
        <PaperList
          papers={papers}
          currentId={currentId}
          selectedIds={listing.selection.ids}
          query={query}
          words={words}
          actions={actions}
          hrefOf={hrefOf}
        />
      )}
      {listing.searched && papers.length === 0 && (
        <EmptyList
          source={source}
          searched={listing.total > 0 ? listing.typed.trim() : ''}
          hasReport={view !== null}
          libraryEmpty={libraryEmpty}
          latest={latest}
          words={words}
          onChoose={onChoose}
          onClearSearch={() => listing.type('')}
        />
      )}
    </>
  );
}
