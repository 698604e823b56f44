import { EmptyList } from '@/components/library/empty-list';
import { Fold } from '@/components/library/fold';
import type { ItemActions } from '@/components/library/paper-item';
import { PaperList } from '@/components/library/paper-list';
import { type ReportActions, ReportHead, type ReportPlace } from '@/components/library/report-head';
import { isOwnReport } from '@/core/library/own-report';
import type { ListSource } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { reportPageWords } from '@/core/words/report-page';
import { fill } from '@/core/words/words';
import { OwnReportRest, OwnReportStatus } from '../daily/own-report';
import type { Listing, ShownPart } from './use-listing';

interface ListColumnProps {
  source: ListSource;
  listing: Listing;
  currentId: string | null;
  latest: ReportPlace | null;
  libraryEmpty: boolean;
  language: Language;
  words: LibraryWords;
  actions: ItemActions;
  reportActions: (reportId: string) => ReportActions;
  hrefOf: (id: string) => string;
  onChoose: () => void;
}

/** A list with what stands above it, or why it is empty. */
export function ListColumn(props: ListColumnProps) {
  const { source, listing, currentId, latest, libraryEmpty, language, words, actions } = props;
  const { reportActions, hrefOf, onChoose } = props;
  const { parts, papers, query, view } = listing;
  const own = reportPageWords[language];
  const ownDate = view && isOwnReport(view.report.id) ? view.report.date : null;
  if (!listing.ready) return null;
  const drawList = (part: ShownPart, label: string) => (
    <PaperList
      papers={part.papers}
      label={label}
      currentId={currentId}
      selectedIds={listing.selection.ids}
      query={query}
      words={words}
      own={own}
      actions={actions}
      hrefOf={hrefOf}
    />
  );
  return (
    <>
      {view ? (
        <ReportHead
          {...view}
          now={Date.now()}
          language={language}
          words={words}
          actions={reportActions(view.report.id)}
        />
      ) : (
        papers.length > 0 && <h2 class="visually-hidden">{source.kind === 'written' ? words.written : words.saved}</h2>
      )}
      {ownDate !== null && <OwnReportStatus key={`status ${ownDate}`} date={ownDate} language={language} />}
      {query.length > 0 && papers.length > 0 && (
        <p class="found" role="status">
          {fill(words.found, { n: papers.length })}
        </p>
      )}
      {papers.length > 0 &&
        parts.map((part) => {
          if (part.kind === 'first') return <div key="first">{drawList(part, words.list)}</div>;
          const label = fill(part.kind === 'rest' ? own.rest : own.seenBefore, { n: part.papers.length });
          return (
            <Fold key={part.kind} label={label} open={part.open} onFold={(open) => listing.fold(part.kind, open)}>
              {drawList(part, label)}
            </Fold>
          );
        })}
      {ownDate !== null && query.length === 0 && (
        <OwnReportRest key={`rest ${ownDate}`} date={ownDate} Heading="h3" language={language} />
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
