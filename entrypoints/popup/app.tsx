import { useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import { AccessNotice } from '@/components/popup/access-notice';
import { DayHeader } from '@/components/popup/day-header';
import { EmptyLibrary, type SampleState } from '@/components/popup/empty-library';
import { ErrorNote } from '@/components/popup/error-note';
import { Footer } from '@/components/popup/footer';
import { type Marks, PaperRow } from '@/components/popup/paper-row';
import { Summary } from '@/components/popup/summary';
import { ThisPage } from '@/components/popup/this-page';
import { usePageLook } from '@/components/page-look';
import type { ErrorCode } from '@/core/errors';
import { errorWords } from '@/core/words/errors';
import { popupWords } from '@/core/words/popup';
import type { setSaved } from '@/storage/marks';
import type { PopupLook, watchPopupLook } from '@/storage/popup-look';
import type { importSample } from '@/storage/sample';
import type { TabPaper } from './browser-state';

type Late<F extends (...asked: never[]) => unknown> = (...asked: Parameters<F>) => Promise<Awaited<ReturnType<F>>>;

/** The library's own code, which comes after the first look: Dexie alone is more than all that the popup draws with. */
export interface LibraryCode {
  watchPopupLook: Late<typeof watchPopupLook>;
  setSaved: Late<typeof setSaved>;
  importSample: Late<typeof importSample>;
}

/** What was asked for before anything was drawn; none of it rejects. */
export interface AppProps {
  /** The current tab's paper; null when it shows none. */
  tabPaper: Promise<TabPaper | null>;
  siteAccess: Promise<boolean>;
  /** The newest day; null leaves it to the library. */
  firstLook: Promise<PopupLook | null>;
  /** Called when the first look has been painted, or in a click. */
  loadLibrary: () => Promise<LibraryCode>;
  /** Asks the reader for access to arXiv; called in the click itself. */
  requestSiteAccess: () => Promise<boolean>;
}

/** What the browser says of the current tab. */
interface Surroundings {
  tab: TabPaper | null;
  hadAccess: boolean;
}

const UNMARKED: Marks = { saved: false, seen: false };

/** Waits until what was just drawn is on the screen; a page in the background has no frames and waits a moment. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

function useSurroundings({ tabPaper, siteAccess }: AppProps): Surroundings | undefined {
  const [surroundings, setSurroundings] = useState<Surroundings>();
  // A layout effect, here and below: an effect would wait for the paint of a page that has nothing on it yet.
  useLayoutEffect(() => {
    void Promise.all([tabPaper, siteAccess]).then(([tab, hadAccess]) => setSurroundings({ tab, hadAccess }));
  }, []);
  return surroundings;
}

/** The popup's look at the library: the first at once, then kept fresh. `reportId` null is the newest report. */
function usePopupLook({ firstLook, tabPaper, loadLibrary }: AppProps, reportId: string | null): PopupLook | undefined {
  const [look, setLook] = useState<PopupLook>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useLayoutEffect(() => {
    let stop: (() => void) | null = null;
    let over = false;
    const begin = async () => {
      const first = look ? null : await firstLook;
      if (first && !over) {
        setLook(first);
        await afterPaint();
      }
      const tab = await tabPaper;
      const code = await loadLibrary();
      if (over) return;
      stop = await code.watchPopupLook(reportId, tab?.id ?? null, {
        look: setLook,
        error: (error) => setFailure({ error }),
      });
      if (over) stop();
    };
    begin().catch((error: unknown) => setFailure({ error }));
    return () => {
      over = true;
      stop?.();
    };
  }, [reportId]);
  if (failure) throw failure.error;
  return look;
}

function Popup(props: AppProps) {
  const [reportId, setReportId] = useState<string | null>(null);
  const [sample, setSample] = useState<SampleState>('idle');
  const [access, setAccess] = useState<'unknown' | 'granted' | 'denied'>('unknown');
  const [failure, setFailure] = useState<{ error: unknown }>();
  const surroundings = useSurroundings(props);
  const look = usePopupLook(props, reportId);
  usePageLook(look?.settings, popupWords);
  if (failure) throw failure.error;
  // Drawn once, when all is known: each of these takes a few milliseconds, and nothing moves afterwards.
  if (!look || !surroundings) return null;

  const { settings, day, here } = look;
  const words = popupWords[settings.language];
  const fail = (error: unknown) => setFailure({ error });
  const save = (id: string, saved: boolean) => {
    props
      .loadLibrary()
      .then((code) => code.setSaved(id, saved, Date.now()))
      .catch(fail);
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
  const allow = () => {
    props.requestSiteAccess().then((given) => setAccess(given ? 'granted' : 'denied'), fail);
  };

  return (
    <>
      {day && <DayHeader {...day} now={Date.now()} language={settings.language} words={words} onGo={setReportId} />}
      <main>
        {!surroundings.hadAccess && access !== 'granted' && (
          <AccessNotice denied={access === 'denied'} words={words} onAllow={allow} />
        )}
        {here && <ThisPage paper={{ ...here, title: surroundings.tab?.title ?? '' }} words={words} onSave={save} />}
        {day === null && <EmptyLibrary sample={sample} words={words} onSample={loadSample} />}
        {day?.report.summary && <Summary key={day.report.id} summary={day.report.summary} words={words} />}
        {day && day.report.entries.length === 0 && <p class="none">{words.emptyReport}</p>}
        {day && (
          <ul aria-label={words.papers}>
            {day.report.entries.map((entry) => (
              <PaperRow
                key={entry.id}
                entry={entry}
                marks={day.marks[entry.id] ?? UNMARKED}
                words={words}
                onSave={save}
              />
            ))}
          </ul>
        )}
      </main>
      <Footer words={words} />
    </>
  );
}

/** The popup. What goes wrong below is said in words here, in the language that the page had taken on by then. */
export function App(props: AppProps) {
  const [error, reset] = useErrorBoundary((cause: unknown) => console.error(cause));
  if (!error) return <Popup {...props} />;
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  // Told by its code alone: the library's code comes in another file, with a class of errors of its own.
  const code = String((error as { code?: unknown }).code); // of whatever was thrown
  const known = code in errorWords[language] ? (code as ErrorCode) : 'unknown'; // as the table says
  return <ErrorNote message={errorWords[language][known]} words={popupWords[language]} onRetry={reset} />;
}
