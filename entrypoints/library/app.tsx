import { useCallback, useEffect, useErrorBoundary, useMemo, useRef, useState } from 'preact/hooks';
import { DropFiles } from '@/components/library/drop-files';
import { describeImport } from '@/components/library/import-sentence';
import { ImportView } from '@/components/library/import-view';
import { KeysHelp } from '@/components/library/keys-help';
import { Notice } from '@/components/library/notice';
import { SideNav } from '@/components/library/side-nav';
import { Toolbar } from '@/components/library/toolbar';
import { usePageLook } from '@/components/page-look';
import type { GivenFile } from '@/core/library/incoming';
import { formatRoute, type Route, SAVED } from '@/core/library/routes';
import { EMPTY_SELECTION, toggleOne, toggleStretch } from '@/core/library/selection';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { countTags, markSeen, readMarks, setSaved } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { latestListing } from '@/storage/reports';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { readWhy } from '../daily/daily-data';
import { CatchUpPane } from './catch-up-pane';
import { createExports } from './exports';
import { Feeds } from './feeds';
import { countFeedTroubles } from './feeds-data';
import { importInWorker } from './import-in-worker';
import { ListColumn } from './list-column';
import { PaperPane } from './paper-pane';
import { PrintView } from './print-view';
import { ReportsPane } from './reports-pane';
import { useCommands } from './use-commands';
import { explain, useImports } from './use-imports';
import { useListing } from './use-listing';
import { type Go, useRoute } from './use-route';

async function readPlaces() {
  const [counts, newest, tags] = await Promise.all([countLibrary(), latestListing(), countTags()]);
  return { counts, newest, tags };
}

type Places = Awaited<ReturnType<typeof readPlaces>>;

const SAID_MS = 6_000;
/** While hundreds of reports come in, counts need not follow each of them. */
const PLACES_REST_MS = 1_000;

interface LibraryProps {
  settings: Settings;
  places: Places;
  route: Route;
  go: Go;
}

function Library({ settings, places, route, go }: LibraryProps) {
  const { language } = settings;
  const words = libraryWords[language];
  const source = route.kind === 'list' ? route.source : null;
  const chosenId = route.kind === 'list' ? route.paperId : null;
  const listing = useListing(source, chosenId);
  const imports = useImports(language, importInWorker);
  const feedTroubles = useLive(countFeedTroubles, []) ?? 0;
  const [said, say] = useState('');
  const [help, setHelp] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const { order, exported, selected, typed, query } = listing;
  // On a wide page the first paper stands open beside the list; on a narrow one only what was chosen.
  const currentId = chosenId ?? order[0] ?? null;

  useEffect(() => {
    const timer = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  useEffect(() => {
    // Told here to a reader who went on to something else meanwhile.
    if (route.kind !== 'import') say(describeImport(imports.state, words, language));
  }, [imports.state]);
  useEffect(() => {
    if (chosenId !== null) markSeen(chosenId, Date.now()).catch(console.error);
  }, [chosenId]);
  useEffect(() => {
    document.title = chosenId === null ? words.brand : `${chosenId} · ${words.brand}`;
  }, [chosenId, words]);

  const attempt = useCallback(
    (work: Promise<unknown>) => {
      work.catch((cause: unknown) => {
        console.error(cause);
        say(explain(cause, language));
      });
    },
    [language],
  );
  const latest = useRef(listing);
  latest.current = listing;
  const actions = useMemo(
    () => ({
      onSave: (id: string, saved: boolean) => attempt(setSaved(id, saved, Date.now())),
      onSelect: (id: string, stretch: boolean) => {
        const { select, order: shown } = latest.current;
        select((selection) => (stretch ? toggleStretch(selection, id, shown) : toggleOne(selection, id)));
      },
      readWhy: (id: string) => readWhy(latest.current.view?.report.date ?? '', id, language),
    }),
    [attempt, language],
  );
  const routeTo = useCallback(
    (paperId: string | null): Route => ({ kind: 'list', source: source ?? { kind: 'saved', tag: null }, paperId }),
    [JSON.stringify(source)],
  );

  useCommands({
    order,
    currentId,
    enabled: !help,
    onGo: (id) => go(routeTo(id), 'replace'),
    onStar: (id) => attempt(readMarks([id]).then((marks) => setSaved(id, !(marks[id]?.saved ?? false), Date.now()))),
    onSelect: actions.onSelect,
    onSearch: () => searchBox.current?.focus(),
    onHelp: () => setHelp(true),
    onEscape: () => (typed === '' ? listing.select(() => EMPTY_SELECTION) : listing.type('')),
  });

  const takeFiles = (files: GivenFile[]) => {
    imports.add(files);
    go({ kind: 'import' });
  };
  const takeChosen = (files: File[]) =>
    takeFiles(
      files.map((file) => {
        const path = file.webkitRelativePath; // '' for a file that was chosen by itself
        return { name: path || file.name, inFolder: path !== '', file };
      }),
    );
  const { exportPapers, exportReport, bringReportBack } = createExports(language, say, attempt);
  const type = (text: string) => {
    if (source) {
      listing.type(text);
      // What is found stands beside the list, not the paper from before.
      if (text !== '' && chosenId !== null) go(routeTo(null), 'replace');
      return;
    }
    // Searching from elsewhere searches the saved papers.
    listing.type(text, { kind: 'saved', tag: null });
    go(SAVED);
  };
  const chooseFiles = () => fileField.current?.click();
  const { newest } = places;
  const scopeKind = selected.length > 0 ? 'selected' : query.length > 0 ? 'found' : 'all';

  const alone = source === null || (listing.ready && listing.total === 0 && chosenId === null);

  return (
    <div class={`library${alone ? ' single' : ''}${chosenId === null ? '' : ' chosen'}`}>
      <SideNav
        route={route}
        savedCount={places.counts.saved}
        writtenCount={places.counts.written}
        reportCount={places.counts.reports}
        feedTroubles={feedTroubles}
        latest={newest ? { date: newest.date, reportId: newest.id, count: newest.count } : null}
        tags={places.tags}
        words={words}
        onHelp={() => setHelp(true)}
      />
      <main>
        <div class="middle">
          <Toolbar
            typed={typed}
            placeholder={source?.kind === 'report' ? words.searchReport : words.searchSaved}
            scope={source ? { kind: scopeKind, count: exported.length } : null}
            words={words}
            searchRef={searchBox}
            filesRef={fileField}
            onType={type}
            onFiles={takeChosen}
            onExport={(format) => exportPapers(exported, format)}
            onClearSelection={() => listing.select(() => EMPTY_SELECTION)}
          />
          {source && (
            <ListColumn
              source={source}
              listing={listing}
              currentId={currentId}
              latest={newest}
              libraryEmpty={places.counts.papers === 0}
              language={language}
              words={words}
              actions={actions}
              hrefOf={(id) => formatRoute(routeTo(id))}
              onChoose={chooseFiles}
              reportActions={(id) => ({
                onExport: (format) => exportReport(id, format),
                onBringBack: () => bringReportBack(id),
              })}
            />
          )}
          {route.kind === 'reports' && <ReportsPane language={language} words={words} />}
          {route.kind === 'import' && (
            <ImportView
              state={imports.state}
              counts={places.counts}
              language={language}
              words={words}
              onChoose={chooseFiles}
              onFolder={takeChosen}
              onStop={imports.stop}
              onBackup={() => exportPapers('all', 'json')}
            />
          )}
          {(route.kind === 'feeds' || route.kind === 'feed') && (
            <Feeds route={route} language={language} go={go} say={say} attempt={attempt} />
          )}
          {route.kind === 'catch-up' && <CatchUpPane language={language} attempt={attempt} />}
          {route.kind === 'unknown' && (
            <Notice title={words.unknownPlace}>
              <a class="button" href="#/">
                {words.showSaved}
              </a>
            </Notice>
          )}
        </div>
        {!alone && (
          <section class="reading" key={currentId ?? ''} aria-label={words.paper}>
            <a class="back" href={formatRoute(routeTo(null))}>
              ‹ {words.back}
            </a>
            {currentId !== null && (
              <PaperPane
                id={currentId}
                report={listing.view?.report ?? null}
                knownTags={places.tags.map(({ tag }) => tag)}
                query={query}
                language={language}
                words={words}
              />
            )}
          </section>
        )}
      </main>
      <p class="said-bar" role="status">
        {said}
      </p>
      <DropFiles hint={words.drop} onFiles={takeFiles} />
      {help && <KeysHelp words={words} onClose={() => setHelp(false)} />}
    </div>
  );
}

function Start() {
  const settings = useLive(readSettings, []);
  const places = useLive(readPlaces, [], PLACES_REST_MS);
  const [route, go] = useRoute();
  usePageLook(settings);
  // Drawn once, when both are known: they take a few milliseconds, and nothing moves afterwards.
  if (!settings || !places) return null;
  return route.kind === 'print' ? (
    <PrintView {...route} language={settings.language} />
  ) : (
    <Library settings={settings} places={places} route={route} go={go} />
  );
}

/** The library page. When the library does not answer, the settings are out of reach as well, so it is said in Chinese. */
export function App() {
  const [error, reset] = useErrorBoundary((cause: unknown) => console.error(cause));
  if (!error) return <Start />;
  const { language } = DEFAULT_SETTINGS;
  const words = libraryWords[language];
  return (
    <main>
      <div role="alert">
        <Notice title={words.failed} text={explain(error, language)}>
          <button type="button" class="button" onClick={reset}>
            {words.retry}
          </button>
        </Notice>
      </div>
    </main>
  );
}
