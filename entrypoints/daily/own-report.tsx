import type { Language } from '@/core/settings';
import { readDailyJob } from '@/storage/daily';
import { useLive } from '@/storage/use-live';
import { countLeftOut, readEstimate } from './daily-data';
import { JobStatus } from './job-status';
import { LeftOut } from './left-out';
import { useAttempt } from './use-attempt';

interface OwnReportProps {
  date: string;
  language: Language;
}

/** How a day's report is that is made here: on its way, or what went wrong with it. */
export function OwnReportStatus({ date, language }: OwnReportProps) {
  const job = useLive(() => readDailyJob(date), [date]);
  const estimate = useLive(readEstimate, []) ?? null;
  const [said, attempt] = useAttempt(language);
  if (!job) return null;
  return (
    <div class="report-daily">
      <JobStatus job={job} estimate={estimate} language={language} attempt={attempt} />
      {said !== '' && <p role="alert">{said}</p>}
    </div>
  );
}

/** What the day's report left out. */
export function OwnReportRest({ date, Heading, language }: OwnReportProps & { Heading: 'h2' | 'h3' | 'h4' }) {
  const count = useLive(() => countLeftOut(date), [date]);
  const [said, attempt] = useAttempt(language);
  if (count === undefined) return null;
  return (
    <>
      <LeftOut date={date} count={count} Heading={Heading} language={language} attempt={attempt} />
      {said !== '' && (
        <p class="said" role="alert">
          {said}
        </p>
      )}
    </>
  );
}
