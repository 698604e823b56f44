import { useEffect, useState } from 'preact/hooks';
import { usePageLook } from '@/components/page-look';
import { type Choices, Welcome } from '@/components/welcome/welcome';
import { absUrl } from '@/core/arxiv/id';
import { AppError } from '@/core/errors';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { welcomeWords } from '@/core/words/welcome';
import { fill } from '@/core/words/words';
import { wakeBackground } from '@/messages/wake';
import { readReport } from '@/storage/reports';
import { changeSettings, readSettings } from '@/storage/settings';

/** Brings the sample in and gives the page of its first paper. */
async function importSamplePaper(): Promise<string> {
  const { importSample } = await import('@/storage/sample');
  const { reportId } = await importSample(Date.now());
  const first = reportId === null ? undefined : (await readReport(reportId))?.entries[0];
  if (!first) throw new AppError('no-paper', 'the sample has no paper');
  return absUrl(first.id);
}

export function App() {
  const [choices, setChoices] = useState<Choices>({ ...DEFAULT_SETTINGS, daily: true, sample: true });
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState('');
  usePageLook({ language: choices.language, theme: 'system' }, welcomeWords);
  useEffect(() => {
    // Opened again later, the page begins with what was chosen before.
    readSettings().then(
      ({ language, categories, daily }) =>
        setChoices((before) => ({
          ...before,
          language,
          categories,
          // Who has followed nothing so far has not refused either: the switch is on with the first category.
          daily: categories.length === 0 || daily,
        })),
      (cause: unknown) => console.error(cause), // said when the reader goes on, should it still fail then
    );
  }, []);

  const start = async () => {
    setWorking(true);
    setFailure('');
    try {
      const { language, categories } = choices;
      const daily = choices.daily && categories.length > 0;
      await changeSettings({ language, categories, daily });
      wakeBackground();
      location.assign(choices.sample ? await importSamplePaper() : 'library.html');
    } catch (cause) {
      console.error(cause);
      const { code, line } = cause instanceof AppError ? cause : { code: 'unknown' as const, line: null };
      const reason = fill(errorWords[choices.language][code], { file: 'report.md', line: line ?? 1 });
      setFailure(fill(welcomeWords[choices.language].failed, { reason }));
    }
    setWorking(false);
  };

  return (
    <Welcome choices={choices} working={working} failure={failure} onChange={setChoices} onStart={() => void start()} />
  );
}
