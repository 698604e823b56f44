import { fieldsOf } from '@/core/sync/paper-fields';
import type { Edit } from '@/core/sync/edit';
import { parseKey } from '@/core/sync/keys';
import type { PaperRecord } from '@/core/library/records';
import { isUnread } from '@/core/library/unread';
import type { Status } from '@/core/status';
import type { MarkChange } from '@/storage/change-marks';

/** What a reader has of a paper, without when it came. */
export interface Marks {
  saved: boolean;
  status: Status | null;
  /** In the order of their characters. */
  tags: string[];
  note: string;
  dismissed: boolean;
  /** Of papers that no test opens; false of all others. */
  seen: boolean;
}

export type MarksOf = Map<string, Marks>;

export const BLANK: Marks = { saved: false, status: null, tags: [], note: '', dismissed: false, seen: false };

interface Save {
  paperId: string;
  savedAt: number | null;
  tags: string[];
  note: string;
  status?: Status;
}

/** The tables that the kills are about. */
export interface Tables {
  papers: PaperRecord[];
  analyses: { paperId: string; reportId: string | null }[];
  guides: { paperId: string; saved: boolean }[];
  reports: { id: string; entries: { id: string }[] }[];
  reportTexts: { reportId: string }[];
  appearances: { paperId: string; reportIds: string[] }[];
  saves: Save[];
  dismissals: { paperId: string; dismissedAt: number }[];
  visits: { paperId: string }[];
  edits: Edit[];
  jobs: { id: string; state: string }[];
}

const TABLES = 'papers analyses guides reports reportTexts appearances saves dismissals visits edits jobs'.split(' ');

/** An expression that reads the library in one transaction, for one of our own pages. */
export const READ_TABLES = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('library');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const stores = ${JSON.stringify(TABLES)};
    const reading = opening.result.transaction(stores);
    const rows = {};
    for (const name of stores) {
      reading.objectStore(name).getAll().onsuccess = ({ target }) => { rows[name] = target.result; };
    }
    reading.onerror = () => reject(reading.error);
    reading.oncomplete = () => { opening.result.close(); resolve(rows); };
  };
})`;

export const isOpen = ({ state }: Tables['jobs'][number]): boolean => state === 'waiting' || state === 'running';

/** Papers that tests never open: whether they are seen is as the reader marked it. */
const isNeverOpened = (id: string): boolean => id.startsWith('24');

const sorted = (tags: Iterable<string>): string[] => [...new Set(tags)].toSorted();

export function marksOf({ saves, dismissals, visits }: Tables): MarksOf {
  const marks: MarksOf = new Map();
  const put = (id: string, some: Partial<Marks>) => marks.set(id, { ...(marks.get(id) ?? BLANK), ...some });
  for (const { paperId, savedAt, tags, note, status = null } of saves) {
    put(paperId, { saved: savedAt !== null, tags: sorted(tags), note, status });
  }
  for (const { paperId } of dismissals) put(paperId, { dismissed: true });
  for (const { paperId } of visits) if (isNeverOpened(paperId)) put(paperId, { seen: true });
  return marks;
}

/** What a change makes of a paper: who tags, notes or names a status saves it, and whoever saves it does not dismiss it. */
export function changed(before: Marks, change: MarkChange): Marks {
  const saved = { ...before, saved: true, dismissed: false };
  switch (change.kind) {
    case 'saved':
      return change.saved ? saved : { ...before, saved: false };
    case 'status':
      return change.status ? { ...saved, status: change.status } : { ...before, status: null };
    case 'tag':
      return change.on
        ? { ...saved, tags: sorted([...saved.tags, change.tag]) }
        : { ...before, tags: before.tags.filter((tag) => tag !== change.tag) };
    case 'dismissed':
      return before.saved && change.dismissed ? before : { ...before, dismissed: change.dismissed };
    case 'seen':
      return { ...before, seen: true };
  }
}

/** The papers that a write changes, as they are to be. */
export function changesBy(known: MarksOf, ids: readonly string[], change: (before: Marks) => Marks): MarksOf {
  const pairs = ids.map((id) => [id, known.get(id) ?? BLANK] as const);
  return new Map(
    pairs.map(([id, before]) => [id, change(before)] as const).filter(([id, after]) => !isSame(known.get(id), after)),
  );
}

export const renamed = (marks: Marks, from: string, to: string | null): Marks => ({
  ...marks,
  tags: sorted(marks.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag))),
});

export const isSame = (one: Marks = BLANK, other: Marks = BLANK): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** How much of a write is there; `lost` names papers that are neither as they were nor as they were to be. */
export function progressOf(known: MarksOf, wanted: MarksOf, seen: MarksOf) {
  const is = (marks: MarksOf) => [...wanted.keys()].filter((id) => isSame(marks.get(id), seen.get(id)));
  const there = is(wanted);
  const left = is(known);
  const ids = new Set([...known.keys(), ...seen.keys()]);
  const others = [...ids].filter((id) => !wanted.has(id) && !isSame(known.get(id), seen.get(id)));
  const torn = [...wanted.keys()].filter((id) => !there.includes(id) && !left.includes(id));
  return {
    there: there.length,
    left: left.length,
    lost: [...others, ...torn].map((id) => ({ id, marks: seen.get(id) })),
  };
}

/** What a browser that was killed must never leave: a part of what was written at once. */
export function findHalves(tables: Tables): string[] {
  const { papers, analyses, guides, reports, reportTexts, appearances, saves, dismissals, edits, jobs } = tables;
  const known = new Set(papers.map(({ id }) => id));
  const texts = new Set(reportTexts.map(({ reportId }) => reportId));
  const starred = new Map(guides.map(({ paperId, saved }) => [paperId, saved]));
  const listed = new Map(appearances.map(({ paperId, reportIds }) => [paperId, reportIds]));
  const whole = new Set(reports.map(({ id }) => id));
  const stars = new Set(saves.flatMap(({ paperId, savedAt }) => (savedAt === null ? [] : paperId)));
  return [
    ...reports.flatMap(({ id, entries }) => [
      ...(texts.has(id) ? [] : [`${id} has no text`]),
      ...entries.flatMap((entry) => (known.has(entry.id) ? [] : [`${id} lacks ${entry.id}`])),
      ...entries.flatMap((entry) => (listed.get(entry.id)?.includes(id) ? [] : [`${entry.id} does not know ${id}`])),
    ]),
    ...analyses.flatMap(({ reportId }) =>
      reportId === null || whole.has(reportId) ? [] : [`an analysis of ${reportId} alone`],
    ),
    ...saves.flatMap(({ paperId }) =>
      (starred.get(paperId) ?? false) === stars.has(paperId) ? [] : [`the star of ${paperId} is half there`],
    ),
    ...[...stars].flatMap((id) => (known.has(id) ? [] : [`${id} is saved, and no paper`])),
    ...dismissals.flatMap(({ paperId }) => (stars.has(paperId) ? [`${paperId} is saved and dismissed`] : [])),
    ...findUnstamped(saves, dismissals, edits),
    ...(jobs.some(({ id }) => id === 'metadata') || !papers.some(isUnread) ? [] : ['nobody asks for metadata']),
  ];
}

/** Papers of which other devices would hear something else than what is here. */
function findUnstamped(saves: Save[], dismissals: Tables['dismissals'], edits: Edit[]): string[] {
  const byPaper = new Map<string, Edit[]>();
  for (const edit of edits) {
    const parsed = parseKey(edit.key);
    if (parsed && parsed.kind !== 'setting') byPaper.set(parsed.id, [...(byPaper.get(parsed.id) ?? []), edit]);
  }
  const dismissed = new Map(dismissals.map(({ paperId, dismissedAt }) => [paperId, dismissedAt]));
  const rows = new Map(saves.map((row) => [row.paperId, row]));
  return [...new Set([...byPaper.keys(), ...rows.keys(), ...dismissed.keys()])].flatMap((id) => {
    const { savedAt = null, status = null, tags = [], note = '' } = rows.get(id) ?? {};
    const here = { savedAt, status, tags: sorted(tags), note, dismissedAt: dismissed.get(id) ?? null };
    const told = fieldsOf(byPaper.get(id) ?? []);
    const abroad = { ...here, ...told, tags: sorted(told.tags) };
    return JSON.stringify(here) === JSON.stringify(abroad)
      ? []
      : [`${id} is told otherwise: ${JSON.stringify({ here, abroad })}`];
  });
}
