import type { FeedJob } from '@/core/jobs/job';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { sayJob } from './shown-feed';

interface JobProgressProps {
  job: FeedJob;
  /** Of the feed. */
  name: string;
  now: number;
  language: Language;
  onCancel: () => void;
}

/** What is being asked of a feed, how far it is, and how to stop it. */
export function JobProgress({ job, name, now, language, onCancel }: JobProgressProps) {
  const words = feedWords[language];
  const total = job.input.dates.length;
  return (
    <div class="progress job">
      <p>{sayJob(job, now, language)}</p>
      {/* The first day that is there ends a search: how many are left says nothing. */}
      {job.input.mode === 'newest' ? (
        <progress aria-label={fill(words.progressOf, { name })} />
      ) : (
        <progress aria-label={fill(words.progressOf, { name })} max={total} value={total - job.progress.left.length} />
      )}
      <button type="button" class="tool" aria-label={fill(words.cancelOf, { name })} onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
