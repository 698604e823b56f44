import { boundsOf, type Week, type WeekInput } from '@/core/export/week';
import { parseKey } from '@/core/sync/keys';
import { toStamp } from '@/core/sync/stamp';
import { db } from './db';
import { guarded } from './guard';
import { librarySelection } from './papers';

/** As many papers as are named of a report: those that stand first in it. */
const CHOSEN = 5;

/** What happened between two times, by the ids of papers. */
async function happened(start: number, end: number) {
  const [saves, visits, edits] = await Promise.all([
    db.saves.where('savedAt').between(start, end, true, false).primaryKeys(),
    db.visits.filter(({ seenAt, unopened }) => seenAt >= start && seenAt < end && !unopened).primaryKeys(),
    db.edits.where('at').between(toStamp(start), toStamp(end), true, false).toArray(),
  ]);
  const edited = (kind: 'note' | 'status', isSo: (value: unknown) => boolean) =>
    edits.flatMap(({ key, value }) => {
      const about = parseKey(key);
      return about?.kind === kind && isSo(value) ? about.id : [];
    });
  const read = edited('status', (value) => value === 'read');
  const noted = edited('note', (value) => value !== '' && value !== null);
  // Notes from before it was kept when they change belong to the week in which the paper was saved.
  const rows = await db.saves.bulkGet([...new Set([...saves, ...noted])]);
  const withNote = rows.flatMap((row) => (row && row.note.trim() !== '' ? row.paperId : []));
  return { saved: saves, read: [...new Set([...read, ...visits])], noted: withNote };
}

/** A week of the reader's: what was saved, read and noted, and what its reports had. */
export async function readWeek(week: Week): Promise<WeekInput> {
  const [{ saved, read, noted }, records] = await guarded(() =>
    Promise.all([
      happened(...boundsOf(week)),
      db.reports.where('date').between(week.from, week.to, true, true).sortBy('date'),
    ]),
  );
  const reports = await Promise.all(
    records.map(async ({ date, source, entries }) => ({
      date: date ?? '',
      source,
      count: entries.length,
      chosen: await librarySelection(entries.slice(0, CHOSEN).map(({ id }) => id)),
    })),
  );
  const [savedPapers, readPapers, notedPapers] = await Promise.all([saved, read, noted].map(librarySelection));
  return { week, saved: savedPapers ?? [], read: readPapers ?? [], noted: notedPapers ?? [], reports };
}
