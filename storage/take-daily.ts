import { afterDay } from '@/core/daily/daily-state';
import type { MadeReport } from '@/core/daily/daily-tools';
import { changeRow } from './daily';
import { db } from './db';
import { guarded } from './guard';
import { prepareOwnReport } from './own-report';
import { needRoom } from './disk';
import { BATCH_TABLES, putBatch } from './write-batch';

/**
 * Takes a report that was made here into the library, with all that was announced, in one transaction: in the place of the one that
 * was made of the day before, never of one that came in. Apart from `daily.ts`, because this needs the Markdown parser and the
 * popup does not.
 */
export async function takeDaily(made: MadeReport, now: number): Promise<void> {
  const { date } = made.news;
  const { reportId, ...batch } = await prepareOwnReport(made.report, date, now);
  await guarded(async () => {
    await needRoom();
    await db.transaction('rw', [...BATCH_TABLES, db.news, db.dailyState], async () => {
      await putBatch(batch);
      await db.news.put({ ...made.news, reportId });
      await changeRow((row) => afterDay(row, date, made, now));
    });
  });
}
