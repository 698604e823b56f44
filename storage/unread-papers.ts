import type { PaperRecord } from '@/core/library/records';
import { isUnread } from '@/core/library/unread';
import { db } from './db';
import { guarded } from './guard';
import { readBuilder } from './guide-builder';
import { writeBatch } from './write-batch';

/** Papers that are read at once: few enough to leave others their turn. */
const AT_ONCE = 500;

/** Ids of saved papers of which arXiv has not told anything yet, newest save first. */
export async function unreadSaved(except: ReadonlySet<string>): Promise<string[]> {
  const ids = await guarded(() => db.saves.orderBy('savedAt').reverse().primaryKeys());
  const unread: string[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const papers = await guarded(() => db.papers.bulkGet(ids.slice(at, at + AT_ONCE)));
    unread.push(...papers.flatMap((paper) => (paper && isUnread(paper) && !except.has(paper.id) ? paper.id : [])));
  }
  return unread;
}

/** Takes in what arXiv says of papers. What only the reader's list knew stays. */
export async function addMetadata(papers: readonly PaperRecord[]): Promise<void> {
  const { edition } = await readBuilder();
  const incoming = papers.map((paper) => ({ paper, analyses: [], guides: [], saved: null }));
  await writeBatch({ papers: incoming, edition, report: null, text: null });
}
