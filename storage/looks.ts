import { toDay } from '@/core/report-day';
import { db } from './db';
import { guarded } from './guard';

/** When the reader looked at the day's papers; epoch milliseconds. */
interface Looks {
  last: number;
  /** The last look on an earlier day than that one's; null: none. */
  earlier: number | null;
}

const NAME = 'looks';

async function readRow(): Promise<Looks | null> {
  const row = await db.settings.get(NAME);
  return (row?.value as Looks | undefined) ?? null; // as: only noteLook writes it
}

function earlierThan(looks: Looks | null, now: number): number | null {
  if (!looks) return null;
  // What lies ahead is from a clock that was set back since.
  const known = [looks.last, looks.earlier].filter((time) => time !== null && toDay(time) < toDay(now));
  return known[0] ?? null;
}

/** When the reader last looked at the day's papers on an earlier day, in epoch milliseconds; null: never. */
export function readEarlierLook(now: number): Promise<number | null> {
  return guarded(async () => earlierThan(await readRow(), now));
}

/** Remembers that the reader looks now; gives what `readEarlierLook` gives. */
export function noteLook(now: number): Promise<number | null> {
  return guarded(() =>
    db.transaction('rw', db.settings, async () => {
      const earlier = earlierThan(await readRow(), now);
      await db.settings.put({ name: NAME, value: { last: now, earlier } satisfies Looks });
      return earlier;
    }),
  );
}
