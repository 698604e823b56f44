import { useEffect, useState } from 'preact/hooks';
import { CatchUpLine } from '@/components/daily/catch-up-line';
import { DayOffer } from '@/components/daily/day-offer';
import { NoReport } from '@/components/daily/no-report';
import { hasTroubles, lacksModel } from '@/components/daily/day-result';
import { toBadge } from '@/core/daily/badge';
import { findDayNotice } from '@/core/daily/day-notice';
import type { DailyJob } from '@/core/jobs/job';
import type { Settings } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { wakeBackground } from '@/messages/wake';
import { readCatchUp } from '@/storage/catch-up';
import { type DailyLook, readDaily, seeDaily } from '@/storage/daily';
import { noteLook } from '@/storage/looks';
import { newestDay } from '@/storage/reports';
import { listFeeds } from '@/storage/feeds';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { findNoReport, makeDay, readEstimate } from '../daily/daily-data';
import { JobStatus } from '../daily/job-status';
import { useAttempt } from '../daily/use-attempt';

const DAY_MILLISECONDS = 24 * 3_600_000;
/** What went wrong is told in the popup over a weekend; the report's own page tells it for good. */
const TOLD_MILLISECONDS = 3 * DAY_MILLISECONDS;
/** Marks and reports may change dozens of times in a second; a count need not follow each of them. */
const REST_MILLISECONDS = 1_000;

async function readStatus() {
  const settings = await readSettings();
  const daily = await readDaily(Date.now());
  const newest = await newestDay();
  const hasFeeds = (await listFeeds()).length > 0;
  const estimate = await readEstimate();
  return { settings, daily, newest, hasFeeds, estimate };
}

/** The job that there is something to say of. */
function findTold({ job }: DailyLook, hasModel: boolean, now: number): DailyJob | null {
  if (!job) return null;
  if (job.state === 'waiting' || job.state === 'running') return job;
  return (hasTroubles(job) || (hasModel && lacksModel(job))) && now - job.updatedAt < TOLD_MILLISECONDS ? job : null;
}

/** What the popup says of the day's report that is made here, and of days that were missed. */
export function Dock() {
  const status = useLive(readStatus, []);
  return status ? <Told {...status} /> : null;
}

type Status = Awaited<ReturnType<typeof readStatus>>;

function Told({ settings, daily, newest, hasFeeds, estimate }: Status) {
  const { language } = settings;
  const [said, attempt] = useAttempt(language);
  const now = Date.now();
  const badge = toBadge(daily.state, daily.job)?.tone;
  useEffect(() => {
    // It has done its work.
    if (badge === 'ready' || badge === 'failed') seeDaily().then(wakeBackground, console.error);
  }, [badge]);
  const job = findTold(daily, estimate !== null, now);
  const { next, state } = daily;
  const isOpen = job !== null && (job.state === 'waiting' || job.state === 'running');
  const notice = isOpen ? null : findDayNotice({ settings, next, triedAt: state.triedAt, newest, hasFeeds, now });
  const missed = findNoReport(daily, now);
  // A day that failed is offered again where its failure is told.
  const isSame = job !== null && notice !== null && 'date' in notice && notice.date === job.input.date;
  const isGone = missed?.kind === 'gone' && notice?.kind === 'offer' && notice.date === missed.date;
  return (
    <section aria-label={dayViewWords[language].title}>
      {job && <JobStatus job={job} estimate={estimate} language={language} attempt={attempt} />}
      {missed && notice?.kind !== 'late' && <NoReport end={missed} now={now} language={language} />}
      {notice && !isSame && !isGone && (
        <DayOffer
          notice={notice}
          estimate={estimate}
          now={now}
          language={language}
          onMake={(date) => attempt(makeDay(date))}
        />
      )}
      {said !== '' && (
        <p class="said" role="alert">
          {said}
        </p>
      )}
      <Missed settings={settings} />
    </section>
  );
}

function Missed({ settings }: { settings: Settings }) {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    noteLook(Date.now()).then(setSince, console.error);
  }, []);
  const missed = useLive(() => readCatchUp(since, Date.now()), [since], REST_MILLISECONDS);
  return missed ? <CatchUpLine {...missed} now={Date.now()} language={settings.language} /> : null;
}
