import { useEffect, useState } from 'preact/hooks';
import { DayProgress } from '@/components/daily/day-progress';
import { DayResult } from '@/components/daily/day-result';
import { viewDaily } from '@/core/daily/daily-view';
import type { DayEstimate } from '@/core/daily/estimate';
import type { DailyJob } from '@/core/jobs/job';
import type { Language } from '@/core/settings';
import { cancelDay, makeDay, retryDay } from './daily-data';

const TICK_MILLISECONDS = 15_000;

/** The time, kept going while something is under way: minutes left pass without a change in the library. */
function useNow(isTicking: boolean): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isTicking) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isTicking]);
  return Date.now();
}

interface JobStatusProps {
  job: DailyJob;
  /** What a day takes with the reader's model; null where none is used. */
  estimate: DayEstimate | null;
  language: Language;
  attempt: (work: Promise<unknown>) => void;
}

/** A day's report on its way, or what went wrong with it. */
export function JobStatus({ job, estimate, language, attempt }: JobStatusProps) {
  const isOpen = job.state === 'waiting' || job.state === 'running';
  const now = useNow(isOpen);
  const { date } = job.input;
  if (isOpen) {
    return (
      <DayProgress
        job={job}
        view={viewDaily(job, now)}
        now={now}
        language={language}
        onCancel={() => attempt(cancelDay(date))}
      />
    );
  }
  return (
    <DayResult
      job={job}
      estimate={estimate}
      now={now}
      language={language}
      onStart={() => attempt(makeDay(date))}
      onRetry={(ids) => attempt(retryDay(date, ids))}
    />
  );
}
