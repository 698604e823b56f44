import { newMetadataJob } from '@/core/jobs/job';
import type { LibraryPaper } from '@/core/library/records';
import { isUnread } from '@/core/library/unread';
import { db } from './db';
import { needRoom } from './disk';
import { guarded } from './guard';
import { readBuilder } from './guide-builder';
import { startJob } from './jobs';
import { BATCH_TABLES, putBatch } from './write-batch';
import type { BatchResult } from './write-papers';

/**
 * Papers of a list that are written at once; the reader's own are seldom more. They have no analyses, so that a thousand are
 * written about as fast as a day's report.
 */
const PAPERS_AT_ONCE = 1_000;

interface WriteOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Told how much is done, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Writes the papers of a list, and has arXiv asked for what the list does not say of them: both in one transaction, so that no list
 * is there by half, and none without anybody who asks.
 *
 * @throws AppError a storage code
 */
export async function writeList(papers: readonly LibraryPaper[], options: WriteOptions): Promise<BatchResult> {
  const { now, onProgress, signal } = options;
  const { edition } = await readBuilder();
  const total: BatchResult = { added: 0, merged: 0 };
  for (let at = 0; at < papers.length; at += PAPERS_AT_ONCE) {
    signal?.throwIfAborted();
    const some = papers.slice(at, at + PAPERS_AT_ONCE);
    const incoming = some.map((entry) => ({ ...entry, guides: [] }));
    const counts = await guarded(async () => {
      await needRoom();
      return db.transaction('rw', [...BATCH_TABLES, db.jobs], async () => {
        const written = await putBatch({ papers: incoming, edition, report: null, text: null });
        if (some.some(({ paper }) => isUnread(paper))) await startJob(newMetadataJob(now));
        return written;
      });
    });
    total.added += counts.added;
    total.merged += counts.merged;
    onProgress?.(Math.min(1, (at + PAPERS_AT_ONCE) / papers.length));
  }
  return total;
}
