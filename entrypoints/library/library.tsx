import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { lazily } from '@/components/lazily';
import { DropFiles } from '@/components/library/drop-files';
import { KeysHelp } from '@/components/library/keys-help';
import { useReadOnly, Writing } from '@/components/library/read-only';
import { SelectionBar } from '@/components/library/selection-bar';
import { SendDialog } from '@/components/library/send-dialog';
import { SideNav } from '@/components/library/side-nav';
import { TagsDialog } from '@/components/library/tags-dialog';
import { Toolbar } from '@/components/library/toolbar';
import { UndoBar } from '@/components/library/undo-bar';
import type { FoundOrder } from '@/core/library/list-order';
import { formatRoute, type Route, SAVED } from '@/core/library/routes';
import { EMPTY_SELECTION } from '@/core/library/selection';
import type { Settings } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { copyingWords } from '@/core/words/copying';
import { libraryWords } from '@/core/words/library';
import { listWords } from '@/core/words/lists';
import { noteWords } from '@/core/words/notes';
import { sendWords } from '@/core/words/sending';
import { viewWords } from '@/core/words/views';
import { markSeen } from '@/storage/marks';
import { changeSettings } from '@/storage/settings';
import { useFull } from '@/storage/use-full';
import { useLive } from '@/storage/use-live';
import { createExports } from './exports';
import { countFeedTroubles } from './feeds-data';
import type { FirstRead } from './first-read';
import { ListColumn } from './list-column';
import { searchHint } from './list-words';
import { type Places, readCounts } from './places';
import { ReadingColumn } from './reading-column';
import { Unread } from './unread';
import { useAcceptedNote } from './use-accepted-note';
import { importNoted, useBrokenImports } from './use-broken-imports';
import { useGivenFiles } from './use-given-files';
import { useImports } from './use-imports';
import { useListCommands } from './use-list-commands';
import { useMetadataJob } from './use-metadata-job';
import { useListing } from './use-listing';
import { useMarks } from './use-marks';
import { useNotices } from './use-notices';
import type { Go } from './use-route';
import { useRemembered } from './use-remembered';
import { useRowActions } from './use-row-actions';
import { useSaid } from './use-said';
import { useSelectionActions } from './use-selection-actions';
import { useSettled } from './use-settled';
import { useTags } from './use-tags';
import { useSuggestions } from './use-suggestions';
import { useZotero } from './use-zotero';

/** Whoever holds j down flies over papers: the one they come to rest on is read, and counts as seen. */
const READING_REST_MS = 120;

/** While hundreds of reports come in, counts need not follow each of them. */
const COUNTS_REST_MS = 1_000;

// No list needs these.
const OtherPages = lazily(async () => (await import('./other-pages')).OtherPages);

interface LibraryProps {
  settings: Settings;
  places: Places;
  route: Route;
  go: Go;
  /** What the list is drawn from at first. */
  first: FirstRead['list'];
}

/** The library's places side by side: what leads to them, the list or page, the paper that stands open. */
export function Library({ settings, places, route, go, first }: LibraryProps) {
  const { language } = settings;
  const words = libraryWords[language];
  const views = viewWords[language];
  const source = route.kind === 'list' ? route.source : null;
  const chosenId = route.kind === 'list' ? route.paperId : null;
  const listing = useListing(source, chosenId, settings, first);
  const imports = useImports(language, importNoted);
  const brokenImports = useBrokenImports();
  const asking = useMetadataJob(imports.state.running !== null, language);
  const isFull = useFull();
  const isReadOnly = useReadOnly() !== null;
  // They are waited for by nobody, and must not hold up what is.
  const isDrawn = source === null || (listing.ready && (listing.rows.size > 0 || listing.total === 0));
  const counts = useLive(async () => (isDrawn ? readCounts() : null), [isDrawn], COUNTS_REST_MS) ?? null;
  const feedTroubles = useLive(countFeedTroubles, []) ?? 0;
  const { said, say, attempt } = useSaid(language);
  useRemembered();
  useNotices(
    { imports: imports.state, broken: brokenImports.broken, isImportPage: route.kind === 'import' },
    language,
    say,
  );
  const given = useGivenFiles(imports, go, attempt);
  const [help, setHelp] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const { mark, undo, undoable } = useMarks(language, say, attempt);
  const { order, exported, selected, typed, query } = listing;
  const suggestions = useSuggestions(typed, places.tags, settings.categories);
  // On a wide page the first paper stands open beside the list; on a narrow one only what was chosen.
  const currentId = chosenId ?? order[0] ?? null;
  const readId = useSettled(currentId, READING_REST_MS);
  const seenId = useSettled(chosenId, READING_REST_MS);

  useEffect(() => {
    if (seenId !== null) markSeen(seenId, Date.now()).catch(console.error);
  }, [seenId]);
  useEffect(() => {
    document.title = chosenId === null ? words.brand : `${chosenId} · ${words.brand}`;
  }, [chosenId, words]);

  const [note, readNote] = useAcceptedNote(exported, language);
  const actions = useRowActions(listing, language, mark);
  const selectionActions = useSelectionActions(selected, mark);
  const routeTo = useCallback(
    (paperId: string | null): Route => ({ kind: 'list', source: source ?? SAVED.source, paperId }),
    [JSON.stringify(source)],
  );

  const { exportPapers, copyPapers, exportReport, bringReportBack } = useMemo(
    () => createExports(language, say, attempt),
    [language, say, attempt],
  );
  const exportRis = useCallback((ids: string[]) => exportPapers(ids, 'ris'), [exportPapers]);
  const zotero = useZotero(language, say, exportRis);

  const managed = useTags(places.tags, language, (from, to) => {
    if (source?.kind !== 'saved' || source.tag !== from) return;
    go({ kind: 'list', source: { kind: 'saved', tag: to }, paperId: chosenId }, 'replace');
  });
  useListCommands({
    listing,
    currentId,
    enabled: !help && zotero.sending === null && !managed.isOpen && settings.libraryKeys,
    mark,
    attempt,
    onGo: (id) => go(routeTo(id), 'replace'),
    onRead: (id) => go(routeTo(id)),
    onSelect: actions.onSelect,
    onSearch: () => searchBox.current?.focus(),
    onHelp: () => setHelp(true),
    onUndo: undo,
  });

  const type = (text: string) => {
    if (source) {
      listing.type(text);
      // What is found stands beside the list, not the paper from before.
      if (text !== '' && chosenId !== null) go(routeTo(null), 'replace');
      return;
    }
    // Searching from elsewhere searches the saved papers.
    listing.type(text, SAVED.source);
    go(SAVED);
  };
  const setOrder = (chosen: FoundOrder) =>
    attempt(
      changeSettings(
        query.length > 0 || typed.trim() !== '' || chosen === 'best' ? { foundOrder: chosen } : { listOrder: chosen },
      ),
    );
  const chooseFiles = () => fileField.current?.click();
  const { newest } = places;
  const scopeKind = selected.length > 0 ? 'selected' : query.length > 0 ? 'found' : 'all';

  const alone = source === null || (listing.ready && listing.total === 0 && chosenId === null);

  return (
    <div class={`library${alone ? ' single' : ''}${chosenId === null ? '' : ' chosen'}`}>
      <SideNav
        route={route}
        counts={counts}
        hasWritten={places.hasWritten}
        feedTroubles={feedTroubles}
        latest={newest ? { date: newest.date, reportId: newest.id, count: newest.count } : null}
        tags={places.tags}
        words={words}
        views={views}
        onTags={managed.open}
        onHelp={() => setHelp(true)}
      />
      <main>
        <div class="middle">
          {isFull && (
            <p class="full-bar" role="alert">
              {errorWords[language]['storage-full']}
            </p>
          )}
          <Writing>
            <Toolbar
              typed={typed}
              placeholder={searchHint(source, language)}
              suggestions={suggestions}
              scope={source ? { kind: scopeKind, count: exported.length } : null}
              words={words}
              sendWords={sendWords[language]}
              searchRef={searchBox}
              filesRef={fileField}
              onType={type}
              onFiles={given.takeChosen}
              copying={copyingWords[language]}
              note={note}
              onMenu={readNote}
              onCopy={(format) => copyPapers(exported, format)}
              onExport={(format) => exportPapers(exported, format)}
              onZotero={() => zotero.send(exported)}
              onClearSelection={() => listing.select(() => EMPTY_SELECTION)}
            />
          </Writing>
          {source && selected.length > 0 && (
            <Writing>
              <SelectionBar
                count={selected.length}
                tags={places.tags.map(({ tag }) => tag)}
                views={views}
                actions={selectionActions}
              />
            </Writing>
          )}
          {source && (
            <ListColumn
              source={source}
              listing={listing}
              currentId={currentId}
              latest={newest}
              libraryEmpty={!places.hasPapers}
              language={language}
              words={words}
              actions={actions}
              hrefOf={(id) => formatRoute(routeTo(id))}
              onOrder={setOrder}
              onChoose={chooseFiles}
              reportActions={(id) => ({
                onExport: (format) => exportReport(id, format),
                onBringBack: () => bringReportBack(id),
              })}
            />
          )}
          {!source && (
            <Unread place={formatRoute(route)} language={language}>
              <Writing>
                <OtherPages
                  route={route}
                  counts={counts}
                  offered={given.offered}
                  onTaken={given.onTaken}
                  imports={imports}
                  brokenImports={brokenImports}
                  language={language}
                  words={words}
                  go={go}
                  say={say}
                  attempt={attempt}
                  onChoose={chooseFiles}
                  onFolder={given.takeChosen}
                  asking={asking}
                  onText={(text) =>
                    given.take([{ name: listWords[language].pasted, inFolder: false, file: new Blob([text]) }])
                  }
                />
              </Writing>
            </Unread>
          )}
        </div>
        {!alone && (
          <ReadingColumn
            key={readId ?? ''}
            paperId={readId}
            listing={listing}
            places={places}
            listRoute={routeTo(null)}
            language={language}
            words={words}
            onZotero={(id) => zotero.send([id])}
          />
        )}
      </main>
      <UndoBar said={said} canUndo={!isReadOnly && said !== '' && said === undoable} views={views} onUndo={undo} />
      {!isReadOnly && <DropFiles hint={words.drop} onFiles={given.take} />}
      {zotero.sending && <SendDialog sending={zotero.sending} words={sendWords[language]} {...zotero.actions} />}
      {managed.isOpen && (
        <TagsDialog
          tags={places.tags}
          words={noteWords[language]}
          said={managed.said}
          canUndo={managed.canUndo}
          onChange={managed.change}
          onUndo={managed.undo}
          onClose={managed.close}
        />
      )}
      {help && <KeysHelp words={words} views={views} onClose={() => setHelp(false)} />}
    </div>
  );
}
