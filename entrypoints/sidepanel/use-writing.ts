import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { guideJobId, newGuideJob } from '@/core/jobs/job';
import type { JobView } from '@/core/jobs/view';
import { followJob } from '@/messages/follow-job';
import { wakeBackground } from '@/messages/wake';
import { browser } from '@/messages/webext';
import { readGuide } from '@/storage/guides';
import { cancelJob, startJob } from '@/storage/jobs';
import { readModel } from '@/storage/models';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { learnPaper } from '../paper/learn-paper';

async function write(id: string, version: number | null, source: 'html' | 'pdf'): Promise<boolean> {
  const [model, { guideLanguage }] = await Promise.all([readModel(null), readSettings()]);
  if (!model) {
    await browser.tabs.create({
      url: browser.runtime.getURL(`/options.html?paper=${encodeURIComponent(id)}#models`),
    });
    return false;
  }
  const [paper, { PROMPT_VERSION }] = await Promise.all([learnPaper(id, version), import('@/core/writing/prompt')]);
  const input = { paper, modelId: model.config.id, language: guideLanguage, promptVersion: PROMPT_VERSION, source };
  await startJob(newGuideJob(input, Date.now()));
  wakeBackground();
  return true;
}

/** What is being written of a paper, and what begins and ends that. `version` is that of the page beside; null for the newest. */
export function useWriting(id: string, version: number | null) {
  const hasJob = useLive(async () => (await readGuide(id))?.job ?? false, [id]) ?? false;
  const [job, setJob] = useState<JobView | null>(null);
  const [begun, setBegun] = useState(0);
  useEffect(() => {
    setJob(null);
    if (!hasJob) return undefined;
    const leaving = new AbortController();
    followJob(setJob, leaving.signal, id);
    return () => leaving.abort();
  }, [id, hasJob, begun]);
  const learn = useCallback(async () => void (await learnPaper(id, version)), [id, version]);
  const writing = useMemo(
    () => ({
      async write(source: 'html' | 'pdf') {
        if (await write(id, version, source)) setBegun((count) => count + 1);
      },
      async stop() {
        await cancelJob(guideJobId(id), Date.now());
        wakeBackground();
      },
      async check(guideKey: string) {
        const { checkNumbers } = await import('../background/check-numbers');
        await checkNumbers(id, guideKey);
      },
    }),
    [id, version],
  );
  return { job, writing, learn };
}
