import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CatchUpView } from '@/components/daily/catch-up-view';
import { NoReport } from '@/components/daily/no-report';
import { isSettled, UNMARKED } from '@/components/daily/news-list';
import { MissingDays } from '@/components/daily/missing-days';
import type { MissedDay } from '@/core/library/catch-up';
import type { Language } from '@/core/settings';
import { daysWithout, readCatchUp } from '@/storage/catch-up';
import { readDaily } from '@/storage/daily';
import { noteLook } from '@/storage/looks';
import { markAllSeen, markSeen, setDismissed, setSaved, unmarkSeen } from '@/storage/marks';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { findNoReport, makeDay, readEstimate } from '../daily/daily-data';
import { JobStatus } from '../daily/job-status';
import { LeftOut } from '../daily/left-out';

interface CatchUpPaneProps {
  language: Language;
  attempt: (work: Promise<unknown>) => void;
}

const REST_MILLISECONDS = 1_000;

async function readMissing() {
  const now = Date.now();
  const daily = await readDaily(now);
  const { job } = daily;
  const open = job !== null && (job.state === 'waiting' || job.state === 'running') ? job : null;
  const { categories } = await readSettings();
  // Without categories there is nothing to ask arXiv for.
  const dates = categories.length > 0 ? await daysWithout(now) : [];
  return { job: open, noReport: findNoReport(daily, now), dates, estimate: await readEstimate() };
}

/** 补看: what happens on each click. */
export function CatchUpPane({ language, attempt }: CatchUpPaneProps) {
  /** When the reader last looked on an earlier day; undefined until that is known. */
  const [since, setSince] = useState<number | null>();
  const missed = useLive(
    async () => (since === undefined ? undefined : readCatchUp(since, Date.now())),
    [since],
    REST_MILLISECONDS,
  );
  const missing = useLive(readMissing, []);
  /** What `markAllSeen` marked last. */
  const [marked, setMarked] = useState<string[] | null>(null);
  /** What was not seen when it first came into the list: it stays there, or what is opened would be gone. */
  const listed = useRef(new Set<string>());
  useEffect(() => {
    noteLook(Date.now()).then(setSince, (cause: unknown) => attempt(Promise.reject(cause as Error)));
  }, []);

  const days = useMemo((): MissedDay[] => {
    if (!missed) return [];
    for (const { id } of missed.days.flatMap(({ entries }) => entries)) {
      if (!isSettled(missed.marks[id] ?? UNMARKED)) listed.current.add(id);
    }
    return missed.days
      .map((day) => ({ ...day, entries: day.entries.filter(({ id }) => listed.current.has(id)) }))
      .filter(({ entries }) => entries.length > 0);
  }, [missed]);
  const actions = useMemo(
    () => ({
      onSave: (id: string, saved: boolean) => attempt(setSaved(id, saved, Date.now())),
      onDismiss: (id: string, dismissed: boolean) => attempt(setDismissed(id, dismissed, Date.now())),
      onOpen: (id: string) => attempt(markSeen(id, Date.now())),
    }),
    [attempt],
  );
  if (!missed || !missing) return null;
  const ids = [...new Set(days.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  return (
    <section class="page catch-up">
      <CatchUpView
        days={days}
        marks={missed.marks}
        marked={marked?.length ?? null}
        now={Date.now()}
        language={language}
        actions={{
          ...actions,
          onMarkAll: () => attempt(markAllSeen(ids, Date.now()).then(setMarked)),
          onUndo: () => attempt(unmarkSeen(marked ?? []).then(() => setMarked(null))),
        }}
        below={({ date, isOwn }) =>
          isOwn && <LeftOut date={date} count={null} Heading="h4" language={language} attempt={attempt} />
        }
      />
      {missing.job && (
        <div class="report-daily">
          <JobStatus job={missing.job} estimate={missing.estimate} language={language} attempt={attempt} />
        </div>
      )}
      {missing.noReport && <NoReport end={missing.noReport} now={Date.now()} language={language} />}
      <MissingDays
        dates={missing.dates}
        making={missing.job?.input.date ?? null}
        estimate={missing.estimate}
        now={Date.now()}
        language={language}
        onMake={(date) => attempt(makeDay(date))}
      />
    </section>
  );
}
