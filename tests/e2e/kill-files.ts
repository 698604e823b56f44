import { writeFileSync } from 'node:fs';
import { BackupWriter } from '@/core/backup/write';
import { writeLibraryJson } from '@/core/library/json';
import type { Status } from '@/core/status';
import { samplePaper } from '../library-samples';
import { BLANK, type Marks, type MarksOf } from './kill-model';

/** A file with papers of its own, and what they are to be once it is in the library. */
export interface GivenMarks {
  path: string;
  marks: MarksOf;
}

/** Ids that no other file of the same run has; `month` tells kinds of files apart. */
const idsOf = (month: string, round: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `24${month}.${10_000 + round * count + at}`);

const SAVED_AT = Date.UTC(2026, 0, 1);
const STATUSES: readonly (Status | null)[] = [null, 'to-read', 'reading', 'read'];

function marksAt(at: number, from: string): Marks {
  const status = STATUSES[at % STATUSES.length] ?? null;
  return {
    ...BLANK,
    saved: true,
    tags: [from, `${from}${at % 3}`].toSorted(),
    note: at % 2 === 0 ? `笔记 ${at}` : '',
    status,
  };
}

const marksFor = (ids: string[], from: string): MarksOf => new Map(ids.map((id, at) => [id, marksAt(at, from)]));

const toSaved = ({ tags, note, status }: Marks) => ({ savedAt: SAVED_AT, tags, note, ...(status && { status }) });

/** A list of identifiers, as it may be pasted from anywhere. */
export function idList(path: string, round: number, count: number): GivenMarks {
  const ids = idsOf('10', round, count);
  writeFileSync(path, ids.map((id) => `https://arxiv.org/abs/${id}`).join('\n'));
  return { path, marks: new Map(ids.map((id) => [id, { ...BLANK, saved: true }])) };
}

/** A library that was exported elsewhere. */
export function libraryFile(path: string, round: number, count: number): GivenMarks {
  const marks = marksFor(idsOf('12', round, count), '别处');
  const papers = [...marks].map(([id, one]) => ({
    paper: samplePaper({ id, title: `Exported ${id}` }),
    analyses: [],
    saved: toSaved(one),
  }));
  writeFileSync(path, writeLibraryJson(papers, '2026-11-28T00:00:00Z'));
  return { path, marks };
}

/** A backup of another machine's: saved papers, dismissed ones, and ones that were marked as seen. */
export function backupFile(path: string, round: number, count: number): GivenMarks {
  const ids = idsOf('11', round, count);
  const third = Math.floor(count / 3);
  const saved = marksFor(ids.slice(0, third), '备份');
  const dismissed = ids.slice(third, 2 * third);
  const seen = ids.slice(2 * third);
  const rows: Record<string, object[]> = {
    saves: [...saved].map(([paperId, one]) => ({ paperId, ...toSaved(one) })),
    dismissals: dismissed.map((paperId) => ({ paperId, dismissedAt: SAVED_AT })),
    visits: seen.map((paperId) => ({ paperId, seenAt: SAVED_AT, unopened: true })),
    papers: ids.map((id) => samplePaper({ id, title: `Restored ${id}` })),
  };
  const writer = new BackupWriter();
  let text = writer.start({ version: 1, schema: 5, createdAt: '2026-11-28T00:00:00.000Z', contents: 'all' });
  for (const [table, all] of Object.entries(rows)) {
    text += writer.openTable(table);
    for (const row of all) text += writer.row(row);
    text += writer.closeTable();
  }
  writeFileSync(path, text + writer.end());
  return {
    path,
    marks: new Map([
      ...saved,
      ...dismissed.map((id) => [id, { ...BLANK, dismissed: true }] as const),
      ...seen.map((id) => [id, { ...BLANK, seen: true }] as const),
    ]),
  };
}
