import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { lazily } from '@/components/lazily';
import { usePageLook } from '@/components/page-look';
import { ReadOnly } from '@/components/library/read-only';
import { readOnlyWords } from '@/core/words/read-only';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { useLost } from '@/storage/use-lost';
import { FailedPage } from './failed-page';
import type { FirstRead } from './first-read';
import { Library } from './library';
import { LostBar } from './lost-bar'; // at hand: where the library is lost, its own files may not come either
import { readPlaces } from './places';
import { useRoute } from './use-route';

const PrintView = lazily(async () => (await import('./print-view')).PrintView);

/** While hundreds of reports come in, places need not follow each of them. */
const PLACES_REST_MS = 1_000;

function Start({ first }: { first: FirstRead | null }) {
  const settings = useLive(readSettings, [], 0, first?.settings);
  const places = useLive(readPlaces, [], PLACES_REST_MS, first?.places);
  const [route, go] = useRoute();
  const lost = useLost();
  usePageLook(settings);
  // Drawn once, when both are known: they take a few milliseconds, and nothing moves afterwards.
  if (!settings || !places) return null;
  const { language } = settings;
  // The page beside the bar stays the same, with all that it has read.
  return (
    <ReadOnly.Provider value={lost && readOnlyWords[language].why}>
      {lost && <LostBar lost={lost} language={language} />}
      {route.kind === 'print' ? (
        <PrintView {...route} language={language} />
      ) : (
        <Library settings={settings} places={places} route={route} go={go} first={first?.list ?? null} />
      )}
    </ReadOnly.Provider>
  );
}

/** The library page. When the library does not answer, the settings are out of reach as well, so it is said in Chinese. */
export function App({ first }: { first: FirstRead | null }) {
  const [error, reset] = useErrorBoundary((cause: unknown) => console.error(cause));
  // What is drawn later begins with what is there then.
  const fresh = useRef(first);
  useEffect(() => {
    fresh.current = null;
  }, []);
  return error ? <FailedPage error={error} onRetry={reset} /> : <Start first={fresh.current} />;
}
