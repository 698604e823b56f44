import { countLists } from '@/storage/list-counts';
import { countTags } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { latestListing } from '@/storage/reports';

/** What the library holds, as its places are named: how much of each kind, the newest report, the tags. */
export async function readPlaces() {
  const [library, lists, newest, tags] = await Promise.all([
    countLibrary(),
    countLists(),
    latestListing(),
    countTags(),
  ]);
  return { counts: { ...library, ...lists }, newest, tags };
}

export type Places = Awaited<ReturnType<typeof readPlaces>>;
