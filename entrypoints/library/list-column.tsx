import { EmptyList } from '@/components/library/empty-list';
import { Fold } from '@/components/library/fold';
import { ListHead } from '@/components/library/list-head';
import type { ItemActions } from '@/components/library/paper-item';
import { Notice } from '@/components/library/notice';
import { PaperList } from '@/components/library/paper-list';
import { useReadOnly, Writing } from '@/components/library/read-only';
import { type ReportActions, ReportHead, type ReportPlace } from '@/components/library/report-head';
import type { FoundOrder } from '@/core/library/list-order';
import { isOwnReport } from '@/core/library/own-report';
import type { ListSource } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { readOnlyWords } from '@/core/words/read-only';
import { reportPageWords } from '@/core/words/report-page';
import { viewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { OwnReportRest, OwnReportStatus } from '../daily/own-report';
import { nameList, namedOrders } from './list-words';
import { SnapshotHint } from './snapshot-hint';
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
  onOrder: (order: FoundOrder) => void;
  onChoose: () => void;
}

/** A list with what stands above it, or why it is empty. */
export function ListColumn(props: ListColumnProps) {
  const { source, listing, currentId, latest, libraryEmpty, language, words, actions } = props;
  const { reportActions, hrefOf, onOrder, onChoose } = props;
  const { parts, ids, query, view } = listing;
  const own = reportPageWords[language];
  const views = viewWords[language];
  const searching = listing.typed.trim() !== '';
  const ownDate = view && isOwnReport(view.report.id) ? view.report.date : null;
  const isReadOnly = useReadOnly() !== null;
  if (!listing.ready) {
    const { unread, unreadHint } = readOnlyWords[language];
    return isReadOnly ? <Notice title={unread} text={unreadHint} /> : null;
  }
  const drawList = (part: ShownPart, label: string) => (
    <PaperList
      // Another list begins at its top.
      key={`${listing.key} ${listing.sorted} ${query.join(' ')}`}
      ids={part.ids}
      rows={listing.rows}
      label={label}
      currentId={currentId}
      selectedIds={listing.selection.ids}
      query={query}
      words={words}
      own={own}
      views={views}
      actions={actions}
      hrefOf={hrefOf}
      onSight={listing.onSight}
    />
  );
  return (
    <>
      {view && (
        <ReportHead
          {...view}
          now={Date.now()}
          language={language}
          words={words}
          actions={reportActions(view.report.id)}
        />
      )}
      {source.kind !== 'report' && ids.length > 0 && (
        <Writing>
          <ListHead
            title={nameList(source, language)}
            count={ids.length}
            found={searching}
            order={listing.sorted}
            orders={namedOrders(source, searching, language)}
            allSelected={listing.selected.length === ids.length}
            words={words}
            views={views}
            onOrder={onOrder}
            onSelectAll={(all) => listing.select(({ anchor }) => ({ ids: new Set(all ? ids : []), anchor }))}
          />
        </Writing>
      )}
      {ownDate !== null && (
        <Writing key={`status ${ownDate}`}>
          <OwnReportStatus date={ownDate} language={language} />
        </Writing>
      )}
      {source.kind === 'report' && query.length > 0 && ids.length > 0 && (
        <p class="found" role="status">
          {fill(words.found, { n: ids.length })}
        </p>
      )}
      {searching && listing.pending > 0 && (
        <p class="found" role="status">
          {fill(words.indexing, { n: listing.pending })}
        </p>
      )}
      {ids.length > 0 &&
        parts.map((part) => {
          if (part.kind === 'first') return <div key="first">{drawList(part, words.list)}</div>;
          const label = fill(part.kind === 'rest' ? own.rest : own.seenBefore, { n: part.ids.length });
          return (
            <Fold key={part.kind} label={label} open={part.open} onFold={(open) => listing.fold(part.kind, open)}>
              {drawList(part, label)}
            </Fold>
          );
        })}
      {ownDate !== null && !searching && (
        <Writing key={`rest ${ownDate}`}>
          <OwnReportRest date={ownDate} Heading="h3" language={language} />
        </Writing>
      )}
      {listing.searched && ids.length === 0 && (
        <Writing>
          <EmptyList
            source={source}
            searched={listing.total > 0 ? listing.typed.trim() : ''}
            hasReport={view !== null}
            libraryEmpty={libraryEmpty}
            latest={latest}
            words={words}
            views={views}
            onChoose={onChoose}
            onClearSearch={() => listing.type('')}
          />
        </Writing>
      )}
      {source.kind === 'saved' && source.tag === null && listing.total === 0 && <SnapshotHint language={language} />}
    </>
  );
}
