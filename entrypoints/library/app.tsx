import { useErrorBoundary } from 'preact/hooks';
import { lazily } from '@/components/lazily';
import { usePageLook } from '@/components/page-look';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { FailedPage } from './failed-page';
import { Library } from './library';
import { readPlaces } from './places';
import { useRoute } from './use-route';

const PrintView = lazily(async () => (await import('./print-view')).PrintView);

/** While hundreds of reports come in, places need not follow each of them. */
const PLACES_REST_MS = 1_000;

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
  return error ? <FailedPage error={error} onRetry={reset} /> : <Start />;
}
