import { countLists } from '@/storage/list-counts';
import { countTags } from '@/storage/marks';
import { countLibrary, holdsPapers } from '@/storage/papers';
import { latestListing } from '@/storage/reports';

/** What there is to go to: the newest report, the tags, whether any paper at all. It takes no longer in a large library. */
export async function readPlaces() {
  const [held, newest, tags] = await Promise.all([holdsPapers(), latestListing(), countTags()]);
  return { ...held, newest, tags };
}

/** How much of each kind the library holds; a browser counts rows one by one. */
export async function readCounts() {
  const [library, lists] = await Promise.all([countLibrary(), countLists()]);
  return { ...library, ...lists };
}

export type Places = Awaited<ReturnType<typeof readPlaces>>;
export type Counts = Awaited<ReturnType<typeof readCounts>>;
