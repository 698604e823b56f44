import { useState } from 'preact/hooks';
import type { DailyPaper } from '@/core/daily/daily-job';
import type { DayEstimate } from '@/core/daily/estimate';
import type { DailyJob } from '@/core/jobs/job';
import { formatYuan } from '@/core/model/cost';
import { nameDay } from '@/core/moment';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { errorWords } from '@/core/words/errors';
import { fillSpaced } from '@/core/words/words';
import { describeEstimate } from './day-offer';
import { TexTitle } from './tex-title';

export interface ResultActions {
  /** Has the whole day tried again, or gone on with. */
  onStart: () => void;
  /** Has papers tried again; null all that failed or were left out. */
  onRetry: (ids: readonly string[] | null) => void;
}

interface DayResultProps extends ResultActions {
  /** A job that has ended. */
  job: DailyJob;
  /** What a day takes with the reader's model; null where none is used. */
  estimate: DayEstimate | null;
  now: number;
  language: Language;
}

const isLeft = ({ state }: DailyPaper) => state === 'failed' || state === 'skipped';

/** Whether there is anything to say of a job that has ended. */
export function hasTroubles({ state, progress }: DailyJob): boolean {
  if (state === 'failed' || state === 'cancelled') return true;
  return state === 'done' && (progress.modelError !== null || (progress.papers?.some(isLeft) ?? false));
}

/** Whether a day's report was made before there was a model to make it with. */
export function lacksModel({ state, input, progress }: DailyJob): boolean {
  return state === 'done' && input.modelId === null && (progress.papers ?? []).length > 0;
}

/** What went wrong with a day's report, what there is all the same, and the ways to have it tried again. */
export function DayResult({ job, estimate, now, language, onStart, onRetry }: DayResultProps) {
  const words = dayViewWords[language];
  const day = nameDay(job.input.date, now, language);
  const { progress, input } = job;
  if (job.state === 'cancelled') {
    return <Line text={fillSpaced(words.stopped, { day })} button={words.goOn} onClick={onStart} />;
  }
  if (job.state === 'failed') {
    const reason = errorWords[language][job.error ?? 'unknown'];
    return <Line text={fillSpaced(words.failed, { day, reason })} button={words.retry} onClick={onStart} />;
  }
  if (estimate !== null && lacksModel(job)) {
    const facts = describeEstimate(estimate, language);
    return (
      <Line text={fillSpaced(words.withoutModel, { day })} facts={facts} button={words.useModel} onClick={onStart} />
    );
  }
  const papers = progress.papers ?? [];
  const { modelError } = progress;
  const failed = papers.filter(({ state }) => state === 'failed');
  const skipped = papers.filter(({ state }) => state === 'skipped');
  const isWritten = input.modelId !== null && papers.some(({ state }) => state === 'done');
  // What the model's own failure left over is told with it.
  const others = modelError === null ? failed : failed.filter(({ error }) => error !== modelError);
  return (
    <>
      {modelError !== null && (
        <Line
          text={fillSpaced(isWritten ? words.modelLost : words.noModel, {
            day,
            n: failed.length,
            reason: errorWords[language][modelError],
          })}
          button={words.retryModel}
          // What is written need not be chosen anew.
          onClick={isWritten && failed.length > 0 ? () => onRetry(failed.map(({ id }) => id)) : onStart}
        />
      )}
      {skipped.length > 0 && (
        <Line
          text={fillSpaced(words.limit, { cost: formatYuan(progress.cost ?? 0, language), n: skipped.length })}
          button={words.finish}
          onClick={() => onRetry(skipped.map(({ id }) => id))}
        />
      )}
      {others.length > 0 && <FailedPapers papers={others} language={language} onRetry={onRetry} />}
    </>
  );
}

interface LineProps {
  text: string;
  facts?: string;
  button: string;
  onClick: () => void;
}

function Line({ text, facts, button, onClick }: LineProps) {
  return (
    <div class="line">
      <div>
        <p role="status">{text}</p>
        {facts && <p class="facts">{facts}</p>}
      </div>
      <button type="button" class="small-button" onClick={onClick}>
        {button}
      </button>
    </div>
  );
}

interface FailedPapersProps {
  papers: readonly DailyPaper[];
  language: Language;
  onRetry: ResultActions['onRetry'];
}

/** The papers without a guide, each with the reason: one by one, or all of them again. */
function FailedPapers({ papers, language, onRetry }: FailedPapersProps) {
  const words = dayViewWords[language];
  const [open, setOpen] = useState(false);
  return (
    <div class="failed-papers">
      <div class="line">
        <button type="button" class="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
          {fillSpaced(words.somePapers, { n: papers.length })}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
        <button type="button" class="small-button" onClick={() => onRetry(papers.map(({ id }) => id))}>
          {fillSpaced(words.retryAll, { n: papers.length })}
        </button>
      </div>
      {open && (
        <ul role="list">
          {papers.map(({ id, title, error }) => (
            <li key={id}>
              <div>
                <p class="current" lang="en" title={title}>
                  <TexTitle text={title} />
                </p>
                <p class="facts">{errorWords[language][error ?? 'unknown']}</p>
              </div>
              <button
                type="button"
                class="small-button"
                aria-label={fillSpaced(words.retryOf, { title })}
                onClick={() => onRetry([id])}
              >
                {words.retryOne}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
