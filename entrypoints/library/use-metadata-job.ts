import { useEffect } from 'preact/hooks';
import { METADATA_JOB, type MetadataJob } from '@/core/jobs/job';
import type { Language } from '@/core/settings';
import { listWords } from '@/core/words/lists';
import { fill } from '@/core/words/words';
import { wakeBackground } from '@/messages/wake';
import { isOpen, readJob } from '@/storage/jobs';
import { useLive } from '@/storage/use-live';

const NAMED = 5;

function describe({ state, progress, notBefore }: MetadataJob, language: Language): string {
  const words = listWords[language];
  const { left, done, absent } = progress;
  const named = absent.slice(0, NAMED).join(words.comma);
  const ids = absent.length > NAMED ? fill(words.more, { ids: named, n: absent.length }) : named;
  const unknown = absent.length > 0 ? fill(words.absent, { ids }) : '';
  if (!isOpen({ state })) return state === 'failed' ? words.waiting : unknown;
  if (state === 'waiting' && notBefore > 0) return words.waiting;
  return fill(words.asking, { left: left?.length ?? '…', done });
}

/** What arXiv is being asked for of imported papers, in a sentence; '' for nothing. `running` tells of an import, behind which it begins. */
export function useMetadataJob(running: boolean, language: Language): string {
  const job = useLive(() => readJob(METADATA_JOB), [], 500);
  useEffect(() => {
    if (!running) return undefined;
    return () => wakeBackground();
  }, [running]);
  return job?.kind === 'metadata' ? describe(job, language) : '';
}
