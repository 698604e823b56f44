import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { AccessNotice } from '@/components/popup/access-notice';
import { DayHeader } from '@/components/popup/day-header';
import { EmptyLibrary, type SampleState } from '@/components/popup/empty-library';
import { ErrorNote } from '@/components/popup/error-note';
import { Footer } from '@/components/popup/footer';
import { type Marks, PaperRow } from '@/components/popup/paper-row';
import { Summary } from '@/components/popup/summary';
import { ThisPage, type ThisPaper } from '@/components/popup/this-page';
import { usePageLook } from '@/components/page-look';
import { AppError } from '@/core/errors';
import { errorWords } from '@/core/words/errors';
import { popupWords } from '@/core/words/popup';
import { readGuide } from '@/storage/guides';
import { readMarks, setSaved } from '@/storage/marks';
import { latestReport, neighbourReports, readReport } from '@/storage/reports';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { requestSiteAccess, type TabPaper } from './browser-state';

interface AppProps {
  tabPaper: Promise<TabPaper | null>;
  siteAccess: Promise<boolean>;
}

/** What a promise gives; undefined until then, `fallback` when it fails. */
function useSettled<T>(promise: Promise<T>, fallback: T): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    promise.then(
      (given) => setValue(() => given),
      () => setValue(() => fallback),
    );
  }, [promise]);
  return value;
}

/** One day with all that its list shows; null in an empty library. `reportId` null is the newest. */
async function readDay(reportId: string | null) {
  const report = reportId === null ? await latestReport() : await readReport(reportId);
  if (!report) return null;
  const [marks, neighbours] = await Promise.all([
    readMarks(report.entries.map((entry) => entry.id)),
    neighbourReports(report.id),
  ]);
  return { report, marks, ...neighbours };
}

async function readThisPaper({ id, title }: TabPaper): Promise<ThisPaper> {
  const [guide, marks] = await Promise.all([readGuide(id), readMarks([id])]);
  return { id, title, gist: guide?.guides[0]?.gist ?? '', saved: marks[id]?.saved ?? false };
}

const UNMARKED: Marks = { saved: false, seen: false };

function Day({ tabPaper, siteAccess }: AppProps) {
  const [reportId, setReportId] = useState<string | null>(null);
  const [sample, setSample] = useState<SampleState>('idle');
  const [access, setAccess] = useState<'unknown' | 'granted' | 'denied'>('unknown');
  const [failure, setFailure] = useState<unknown>(null);
  const tab = useSettled(tabPaper, null);
  const hadAccess = useSettled(siteAccess, true);
  const settings = useLive(readSettings, []);
  const day = useLive(() => readDay(reportId), [reportId]);
  const here = useLive(async () => (tab ? readThisPaper(tab) : tab), [tab]);
  usePageLook(settings, popupWords);
  // Drawn once, when all is known: each of these takes a few milliseconds, and nothing moves afterwards.
  if (!settings || day === undefined || here === undefined || hadAccess === undefined) return null;
  if (failure) throw failure;

  const words = popupWords[settings.language];
  const save = (id: string, saved: boolean) => void setSaved(id, saved, Date.now()).catch(setFailure);
  const loadSample = async () => {
    setSample('loading');
    try {
      // The parser comes only when it is needed: a popup with a report opens without it.
      const { importSample } = await import('@/storage/sample');
      await importSample(Date.now());
      setSample('idle');
    } catch (cause) {
      console.error(cause);
      setSample('failed');
    }
  };
  const allow = () => void requestSiteAccess().then((given) => setAccess(given ? 'granted' : 'denied'), setFailure);

  return (
    <>
      {day && (
        <DayHeader
          report={day.report}
          previous={day.previous}
          next={day.next}
          now={Date.now()}
          language={settings.language}
          words={words}
          onGo={setReportId}
        />
      )}
      <main>
        {!hadAccess && access !== 'granted' && (
          <AccessNotice denied={access === 'denied'} words={words} onAllow={allow} />
        )}
        {here && <ThisPage paper={here} words={words} onSave={save} />}
        {day === null && <EmptyLibrary sample={sample} words={words} onSample={() => void loadSample()} />}
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
  if (!error) return <Day {...props} />;
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const code = error instanceof AppError ? error.code : 'unknown';
  return <ErrorNote message={errorWords[language][code]} words={popupWords[language]} onRetry={reset} />;
}
