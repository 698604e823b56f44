import { askMetadata, METADATA_AT_ONCE } from '@/core/lists/metadata';
import type { MetadataJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { addMetadata, unreadSaved } from '@/storage/unread-papers';
import { arxivTools } from './arxiv-tools';

/** Asks arXiv, slice by slice, for what is not known of saved papers; what comes in meanwhile is asked for at the end. */
export async function askMetadataJob(job: MetadataJob, { signal, keep }: JobTools): Promise<void> {
  const { ask } = arxivTools(signal);
  let { left, done, absent } = job.progress;
  for (;;) {
    if (left === null || left.length === 0) left = await unreadSaved(new Set(absent));
    if (left.length === 0) return;
    const slice = left.slice(0, METADATA_AT_ONCE);
    const papers = await askMetadata(slice, ask);
    signal.throwIfAborted();
    await addMetadata(papers);
    const found = new Set(papers.map(({ id }) => id));
    done += found.size;
    absent = [...absent, ...slice.filter((id) => !found.has(id))];
    left = left.slice(METADATA_AT_ONCE);
    await keep({ left, done, absent });
  }
}
