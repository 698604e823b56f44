import { nameDay, nameMoment } from '@/core/moment';
import type { DailyJob } from '@/core/jobs/job';
import type { DailyView } from '@/core/daily/daily-view';
import { SCORE_BATCH } from '@/core/daily/score-batch';
import { formatYuan } from '@/core/model/cost';
import type { Language } from '@/core/settings';
import { type DayViewWords, dayViewWords } from '@/core/words/day-view';
import { errorWords } from '@/core/words/errors';
import { fill, fillSpaced } from '@/core/words/words';
import { Facts } from '../facts';
import { TexTitle } from './tex-title';

const MINUTE_MILLISECONDS = 60_000;

/** What is being done now. */
export function describeStep({ step, toScore, scored }: DailyView, words: DayViewWords): string {
  if (step === 'announced') return words.announced;
  if (step === 'overview') return words.overview;
  if (step === 'save') return words.saving;
  if (step === 'analyse') return words.writing;
  if (toScore === 0) return words.scoring;
  const total = Math.ceil(toScore / SCORE_BATCH);
  return fill(words.scoringBatches, { n: Math.min(total, Math.floor(scored / SCORE_BATCH) + 1), total });
}

function describeLeft(milliseconds: number, words: DayViewWords): string {
  const n = Math.round(milliseconds / MINUTE_MILLISECONDS);
  return fill(words.left, { time: n === 0 ? words.underMinute : fill(words.minutes, { n }) });
}

/** What is said while the job waits: for its turn, or for another attempt after a failure. */
function describeWaiting({ error, notBefore }: DailyJob, now: number, language: Language): string {
  const words = dayViewWords[language];
  if (error === null) return words.waiting;
  return fillSpaced(words.again, { reason: errorWords[language][error], time: nameMoment(notBefore, now, language) });
}

interface DayProgressProps {
  job: DailyJob;
  view: DailyView;
  now: number;
  language: Language;
  onCancel: () => void;
}

/** A day's report on its way: which step, how many papers, what it cost so far and how long it will take; and how to stop it. */
export function DayProgress({ job, view, now, language, onCancel }: DayProgressProps) {
  const words = dayViewWords[language];
  const isWaiting = job.state === 'waiting';
  const step = isWaiting ? describeWaiting(job, now, language) : describeStep(view, words);
  const count = view.total > 0 ? fill(words.writingOf, { n: view.done, total: view.total }) : null;
  const isWriting = !isWaiting && view.step === 'analyse';
  const facts = [
    ...(isWriting && count !== null ? [count] : []),
    ...(view.cost !== null && view.cost > 0 ? [fill(words.cost, { cost: formatYuan(view.cost, language) })] : []),
    ...(isWriting && view.remainingMilliseconds !== null ? [describeLeft(view.remainingMilliseconds, words)] : []),
  ];
  return (
    <div class="day-progress">
      {/* The step alone is spoken, and each paper that is done: money and minutes change too often. */}
      <p class="visually-hidden" role="status">
        {fill(words.ofDay, {
          day: nameDay(job.input.date, now, language),
          step: isWriting && count !== null ? `${step} ${count}` : step,
        })}
      </p>
      <div class="line">
        <p aria-hidden="true">
          <b>{nameDay(job.input.date, now, language)}</b> {step}
        </p>
        <button type="button" class="small-button" title={words.cancelHint} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      {view.total > 0 && <progress aria-label={words.progress} max={view.total} value={view.done} />}
      {isWriting && view.current !== null && (
        <p class="current" lang="en" title={view.current}>
          <TexTitle text={view.current} />
        </p>
      )}
      {facts.length > 0 && (
        <p class="facts">
          <Facts facts={facts} />
        </p>
      )}
    </div>
  );
}
