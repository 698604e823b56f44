import { useState } from 'preact/hooks';
import { WeeklyView } from '@/components/library/weekly-view';
import { weekOf } from '@/core/export/week';
import { toWeekly, toWeeklyHtml, toWeeklyMarkdown, type WeeklyReport } from '@/core/export/weekly';
import { toDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { fill } from '@/core/words/words';
import { weeklyWords } from '@/core/words/weekly';
import { useLive } from '@/storage/use-live';
import { readWeek } from '@/storage/week';
import { writeClipboard } from './clipboard';
import { download } from './download';

interface WeeklyPaneProps {
  language: Language;
  say: (text: string) => void;
  attempt: (work: Promise<unknown>) => void;
}

/** The week's report, made as it is looked at; `later` counts weeks from this one. */
export function WeeklyPane({ language, say, attempt }: WeeklyPaneProps) {
  const [later, setLater] = useState(0);
  const words = weeklyWords[language];
  const report = useLive(async () => {
    const week = weekOf(toDay(Date.now()), later);
    return week && toWeekly(await readWeek(week), later, language);
  }, [later, language]);
  if (!report) return null;

  const copy = async ({ week }: WeeklyReport) => {
    const forms = { text: toWeeklyMarkdown(report, language), html: toWeeklyHtml(report, language).fragment };
    try {
      await writeClipboard(Promise.resolve(forms), true);
      say(words.copied);
    } catch (cause) {
      console.error(week.name, cause);
      say(words.copyFailed);
    }
  };
  const keep = (ending: 'md' | 'html') => {
    const name = `daodu-${words.file}-${report.week.name}.${ending}`;
    const isPage = ending === 'html';
    const text = isPage ? toWeeklyHtml(report, language).page : toWeeklyMarkdown(report, language);
    download(name, [text], isPage ? 'text/html;charset=utf-8' : 'text/markdown;charset=utf-8');
    say(fill(words.downloaded, { file: name }));
  };
  return (
    <WeeklyView
      report={report}
      later={later}
      words={words}
      onWeek={setLater}
      onCopy={() => attempt(copy(report))}
      onKeep={keep}
    />
  );
}
