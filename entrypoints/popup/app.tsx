import { useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import { AccessNotice } from '@/components/popup/access-notice';
import { AccountLine } from '@/components/account/account-table';
import { DayHeader } from '@/components/popup/day-header';
import { DayNotes } from '@/components/popup/day-notes';
import { DayPapers } from '@/components/popup/day-papers';
import { DaySummaries } from '@/components/popup/day-summaries';
import { EmptyLibrary, type SampleState } from '@/components/popup/empty-library';
import { ErrorNote } from '@/components/popup/error-note';
import { Footer } from '@/components/popup/footer';
import { TagsAhead } from '@/components/popup/tags-ahead';
import { ThisPage } from '@/components/popup/this-page';
import { usePageLook } from '@/components/page-look';
import { accountOf, type CategoryAccount, countOthers } from '@/core/announcements/account';
import { findMissingDay, findSilentFeeds, isWithoutRoom } from '@/core/announcements/today';
import { isOwnReport } from '@/core/library/own-report';
import { accountWords } from '@/core/words/account';
import { popupWords } from '@/core/words/popup';
import type { DayLook } from '@/storage/popup-look';
import { LatePart } from './late-part';
import { type AppProps, useFull, usePopupLook, useSurroundings } from './use-look';

/** The account of a day, of the categories for which it is known what was announced: those that the reader follows, if any. */
function readAccount(day: DayLook, followed: readonly string[]): { rows: CategoryAccount[]; other: number } {
  const { date, entries, announced } = day;
  if (date === null || announced === null) return { rows: [], other: 0 };
  const rows = accountOf({ date, entries }, announced, followed.length > 0 ? followed : announced.categories);
  const known = rows.filter((row) => row.announced !== null);
  return { rows: known, other: known.length > 0 ? countOthers({ date, entries }, announced) : 0 };
}

function Popup(props: AppProps) {
  const [dayKey, setDayKey] = useState<string | null>(null);
  const [sample, setSample] = useState<SampleState>('idle');
  const [access, setAccess] = useState<'unknown' | 'granted' | 'denied'>('unknown');
  const [failure, setFailure] = useState<{ error: unknown }>();
  const surroundings = useSurroundings(props);
  const look = usePopupLook(props, dayKey);
  const cannotWrite = useFull(props, look !== undefined);
  usePageLook(look?.settings, popupWords);
  if (failure) throw failure.error;
  // Drawn once, when all is known: each of these takes a few milliseconds, and nothing moves afterwards.
  if (!look || !surroundings) return null;

  const { settings, day, feeds, here } = look;
  const { language } = settings;
  const words = popupWords[language];
  const now = Date.now();
  const account = day && readAccount(day, settings.categories);
  // An earlier day has nothing to do with what is missing today.
  const isNewest = (day?.next ?? null) === null;
  const isFull = cannotWrite || feeds.some(isWithoutRoom);
  const missing = isNewest ? findMissingDay(day?.date ?? null, feeds, now, isFull) : null;
  const silent = isNewest ? findSilentFeeds(feeds, now) : [];
  const fail = (error: unknown) => setFailure({ error });
  const save = (id: string, saved: boolean) => {
    props
      .loadLibrary()
      .then((code) => code.setSaved(id, saved, Date.now()))
      .catch(fail);
  };
  const dismiss = (id: string, dismissed: boolean) => {
    props
      .loadLibrary()
      .then((code) => code.setDismissed(id, dismissed, Date.now()))
      .catch(fail);
  };
  const own = day?.reports.find(({ id }) => isOwnReport(id));
  const ownDate = own?.date ?? null;
  const why = (id: string, button: HTMLElement, isPinned: boolean) => {
    if (ownDate === null) return;
    props
      .loadLibrary()
      .then((code) => code.showWhy(button, { date: ownDate, id }, language, isPinned))
      .catch(console.error);
  };
  const loadSample = () => {
    setSample('loading');
    props
      .loadLibrary()
      .then((code) => code.importSample(Date.now()))
      .then(
        () => setSample('idle'),
        (cause: unknown) => {
          console.error(cause);
          setSample('failed');
        },
      );
  };
  const { openBeside } = props;
  const windowId = surroundings.tab?.windowId ?? null;
  // The panel shows what this list does; a popup that stays over it would hide it.
  const beside = (opened: Promise<void>) => void opened.then(() => window.close(), fail);
  const allow = () => {
    props.requestSiteAccess().then((given) => setAccess(given ? 'granted' : 'denied'), fail);
  };

  return (
    <>
      {(day !== null || missing !== null || silent.length > 0 || isFull) && (
        <header>
          {day && (
            <DayHeader
              day={day}
              previous={day.previous}
              next={day.next}
              hasAccount={(account?.rows.length ?? 0) > 0}
              now={now}
              language={language}
              words={words}
              onGo={setDayKey}
            />
          )}
          {account && <AccountLine {...account} reason={null} words={accountWords[language]} />}
          <DayNotes missing={missing} silent={silent} isFull={isFull} now={now} language={language} words={words} />
        </header>
      )}
      <main key={dayKey}>
        {!surroundings.hadAccess && access !== 'granted' && (
          <AccessNotice denied={access === 'denied'} words={words} onAllow={allow} />
        )}
        {here && (
          <ThisPage
            paper={{ ...here, title: surroundings.tab?.title ?? '' }}
            words={words}
            onSave={save}
            onBeside={openBeside && windowId !== null ? () => beside(openBeside(windowId)) : null}
          />
        )}
        {here && (
          <div class="here-own" key={here.id}>
            <LatePart
              name="here-late"
              loadLibrary={props.loadLibrary}
              mount={(code, place) => code.mountHere(place, here.id)}
            />
            <TagsAhead tags={here.tags} />
          </div>
        )}
        {day === null && (
          <EmptyLibrary sample={sample} subscribed={feeds.length > 0} words={words} onSample={loadSample} />
        )}
        {day && <DaySummaries day={day} words={words} />}
        {day && (
          <DayPapers
            day={day}
            keywords={settings.keywords}
            marks={day.marks}
            now={now}
            language={language}
            words={words}
            onSave={save}
            onDismiss={dismiss}
            {...(own && { onWhy: why })}
          />
        )}
        {ownDate !== null && (
          <LatePart
            key={`${ownDate} ${language}`}
            name="late"
            loadLibrary={props.loadLibrary}
            mount={(code, place) => code.mountLeftOut(place, ownDate, language)}
          />
        )}
      </main>
      {/* Below the list, which gives up its last line for it and never moves. */}
      <LatePart name="dock" loadLibrary={props.loadLibrary} mount={(code, place) => code.mountDock(place)} />
      <Footer words={words} />
    </>
  );
}

interface FailureProps {
  error: unknown;
  loadLibrary: AppProps['loadLibrary'];
  onRetry: () => void;
}

/** Says in words what went wrong. They come with the library's code: the first look should not carry them. */
function Failure({ error, loadLibrary, onRetry }: FailureProps) {
  const [message, setMessage] = useState<string>();
  // The language that the page had taken on by then.
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const words = popupWords[language];
  useLayoutEffect(() => {
    const sentence = loadLibrary().then((code) => code.toErrorSentence(error, language));
    void sentence.catch(() => words.errorText).then(setMessage);
  }, [error]);
  return message === undefined ? null : <ErrorNote message={message} words={words} onRetry={onRetry} />;
}

/** The popup. */
export function App(props: AppProps) {
  const [error, reset] = useErrorBoundary((cause: unknown) => console.error(cause));
  return error ? <Failure error={error} loadLibrary={props.loadLibrary} onRetry={reset} /> : <Popup {...props} />;
}
