import { countTags } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { latestListing } from '@/storage/reports';

/** What the library holds, as its places are named: how much of each kind, the newest report, the tags. */
export async function readPlaces() {
  const [counts, newest, tags] = await Promise.all([countLibrary(), latestListing(), countTags()]);
  return { counts, newest, tags };
}

export type Places = Awaited<ReturnType<typeof readPlaces>>;
