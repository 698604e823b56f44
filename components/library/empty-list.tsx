import type { ListSource } from '@/core/library/routes';
import type { LibraryWords } from '@/core/words/library';
import type { ViewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { Notice } from './notice';
import { type ReportPlace, reportHref } from './report-head';
import { statusWord } from './status-words';

interface EmptyListProps {
  source: ListSource;
  /** What was searched for without being found; '' when the list itself is empty. */
  searched: string;
  /** Whether the report asked for is there. */
  hasReport: boolean;
  libraryEmpty: boolean;
  /** The newest report; null when there is none. */
  latest: ReportPlace | null;
  words: LibraryWords;
  views: ViewWords;
  onChoose: () => void;
  onClearSearch: () => void;
}

/** What a search understands beside words. */
function SearchHelp({ views }: { views: ViewWords }) {
  const examples = [
    ['"zero shot"', views.helpPhrase],
    ['author:he', views.helpAuthor],
    ['tag:三维', views.helpTag],
    ['cat:cs.CV', views.helpCategory],
    ['date:2026-11', views.helpDate],
    ['has:note', views.helpNote],
    ['is:unread', views.helpState],
    ['-survey', views.helpNot],
  ] as const;
  return (
    <section class="search-help" aria-label={views.searchHelp}>
      <p>{views.searchHelp}</p>
      <dl>
        {examples.map(([example, text]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Why a list is empty, and what could be done. */
export function EmptyList(props: EmptyListProps) {
  const { source, searched, hasReport, libraryEmpty, latest, words, views, onChoose, onClearSearch } = props;
  const choose = (
    <button type="button" class="button primary" onClick={onChoose}>
      {words.choose}
    </button>
  );
  if (searched) {
    return (
      <>
        <Notice title={fill(words.notFound, { query: searched })} text={words.notFoundHint}>
          <button type="button" class="button" onClick={onClearSearch}>
            {words.clearSearch}
          </button>
        </Notice>
        <SearchHelp views={views} />
      </>
    );
  }
  if (source.kind === 'report') {
    if (hasReport) return <Notice title={words.reportEmpty} />;
    return (
      <Notice title={fill(words.noReport, { date: source.date ?? words.undated })} text={words.noReportHint}>
        {choose}
        <a class="button" href="#/reports">
          {words.allDates}
        </a>
      </Notice>
    );
  }
  if (libraryEmpty) {
    return (
      <Notice title={words.libraryEmpty} text={words.libraryEmptyHint}>
        <a class="button primary" href="#/feeds">
          {words.subscribe}
        </a>
        <button type="button" class="button" onClick={onChoose}>
          {words.choose}
        </button>
      </Notice>
    );
  }
  if (source.kind === 'written') return <Notice title={words.writtenEmpty} text={words.writtenEmptyHint} />;
  if (source.kind === 'dismissed') return <Notice title={views.dismissedEmpty} text={views.dismissedEmptyHint} />;
  if (source.kind === 'all') return <Notice title={views.allEmpty} text={words.libraryEmptyHint} />;
  if (source.kind === 'status') {
    const status = statusWord(source.status, views);
    return (
      <Notice title={fill(views.statusEmpty, { status })} text={views.statusEmptyHint}>
        <a class="button" href="#/">
          {words.showSaved}
        </a>
      </Notice>
    );
  }
  if (source.kind === 'author') {
    return (
      <Notice title={fill(views.authorEmpty, { name: source.name })}>
        <a class="button" href="#/authors">
          {views.allAuthors}
        </a>
      </Notice>
    );
  }
  if (source.tag !== null) {
    return (
      <Notice title={fill(words.tagEmpty, { tag: source.tag })}>
        <a class="button" href="#/">
          {words.showSaved}
        </a>
      </Notice>
    );
  }
  return (
    <Notice title={words.savedEmpty} text={words.savedEmptyHint}>
      {latest && (
        <a class="button primary" href={reportHref(latest)}>
          {words.openLatest}
        </a>
      )}
    </Notice>
  );
}
