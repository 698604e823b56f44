import { ownShelf } from '@/messages/own-shelf';
import type { GuideReply } from '@/messages/protocol';
import { browser } from '@/messages/webext';
import { newestEntries } from '@/storage/reports';
import { watchGuides } from '@/storage/watch-guides';

/** So many papers of a day are put on the shelf before anyone opens one. */
const DAY_PAPERS = 120;
/** The page that this worker woke for comes first, and whatever changes the library. */
const REST_MS = 5_000;

type ReadReply = (paperId: string) => Promise<GuideReply>;

/** Puts the newest report's papers on the shelf, if they were not put there before. Nothing is put that meanwhile changed. */
async function shelveDay(readReply: ReadReply): Promise<void> {
  const day = await newestEntries(DAY_PAPERS, (report) => ownShelf.hasDay(report));
  if (!day) return;
  let isOver = false;
  const stop = watchGuides(() => {
    isOver = true;
  });
  try {
    const replies: GuideReply[] = [];
    for (const id of day.ids) replies.push(await readReply(id));
    if (!isOver) await ownShelf.putDay(day.report, replies);
  } finally {
    stop();
  }
}

/** Keeps the shelf as the library is. Call it synchronously when the worker starts. */
export function listenForShelf(readReply: ReadReply): void {
  browser.runtime.onInstalled.addListener(() => void ownShelf.clear().catch(console.error));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shelveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void shelveDay(readReply).catch(console.error), REST_MS);
  };
  watchGuides((ids) => {
    ownShelf.drop(ids);
    shelveSoon();
  });
  shelveSoon();
}
