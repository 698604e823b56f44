import { type Columns, maskOf } from '@/core/search/columns';
import type { State } from '@/core/search/query';
import { findTags } from '@/core/search/tags';
import type { Status } from '@/core/status';
import { db } from './db';

// What readers do with papers is asked of the small tables that hold it, and so is true at once. In the transaction of the search.

/** The tables that are asked. */
export const STATE_TABLES = [db.saves, db.visits, db.dismissals];

/** Papers with a tag of this name, in whatever case; where there is none, with one that begins so. */
export async function answerTag(columns: Columns, name: string): Promise<Uint8Array> {
  const tags = (await db.saves.orderBy('tags').uniqueKeys()).map(String);
  const wanted = findTags(name, tags);
  return maskOf(columns, wanted.length === 0 ? [] : await db.saves.where('tags').anyOf(wanted).primaryKeys());
}

export async function answerNote(columns: Columns): Promise<Uint8Array> {
  const ids: string[] = [];
  await db.saves.each(({ paperId, note }) => {
    if (note.trim() !== '') ids.push(paperId);
  });
  return maskOf(columns, ids);
}

export async function answerState(columns: Columns, state: State): Promise<Uint8Array> {
  const saved = maskOf(columns, await db.saves.orderBy('savedAt').primaryKeys());
  const withStatus = async (...statuses: Status[]) =>
    maskOf(columns, await db.saves.where('status').anyOf(statuses).primaryKeys()).map(
      (one, doc) => one & (saved[doc] ?? 0),
    );
  switch (state) {
    case 'saved':
      return saved;
    case 'dismissed': {
      const dismissed = maskOf(columns, await db.dismissals.toCollection().primaryKeys());
      return dismissed.map((one, doc) => one & ~(saved[doc] ?? 0));
    }
    case 'unread': {
      const [wanted, begun, visits] = await Promise.all([
        withStatus('to-read'),
        withStatus('reading', 'read'),
        db.visits.toCollection().primaryKeys(),
      ]);
      const seen = maskOf(columns, visits);
      return wanted.map((one, doc) => one | (1 & ~((begun[doc] ?? 0) | (seen[doc] ?? 0))));
    }
    default:
      return withStatus(state);
  }
}
