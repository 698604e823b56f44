import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { toUnreadPaper } from '@/core/library/unread';
import { STATUSES } from '@/core/status';
import { changeMarks, type MarkChange } from '@/storage/change-marks';
import { db } from '@/storage/db';
import { markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { undoMarks } from '@/storage/undo-marks';
import { samplePaper } from '../library-samples';
import { setNote, setTags } from '../saves';

const TABLES = [db.papers, db.saves, db.guides, db.dismissals, db.visits];
afterEach(() => Promise.all(TABLES.map((table) => table.clear())));

const IDS = ['2512.00001', '2512.00002', '2512.00003'];
const [A = '', B = '', C = ''] = IDS;

async function everything() {
  const [papers, saves, guides, dismissals, visits] = await Promise.all(TABLES.map((table) => table.toArray()));
  return { papers, saves, guides, dismissals, visits };
}

const anyChange: fc.Arbitrary<MarkChange> = fc.oneof(
  fc.record({ kind: fc.constant('saved' as const), saved: fc.boolean() }),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(...STATUSES, null) }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom('视频', '三维'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('dismissed' as const), dismissed: fc.boolean() }),
  fc.record({ kind: fc.constant('seen' as const) }),
);
const someIds = fc.subarray(IDS, { minLength: 1 });

describe('changeMarks', () => {
  test.each<[MarkChange, object]>([
    [
      { kind: 'saved', saved: true },
      { savedAt: 5, tags: [], note: '' },
    ],
    [
      { kind: 'status', status: 'reading' },
      { savedAt: 5, status: 'reading' },
    ],
    [
      { kind: 'tag', tag: '视频', on: true },
      { savedAt: 5, tags: ['视频'] },
    ],
  ])('%j saves papers that were not, known or not, and ends their dismissal', async (change, row) => {
    await db.papers.put(samplePaper({ id: A }));
    await setDismissed(B, true, 1);
    const changes = await changeMarks([A, B, A], change, 5);
    expect(changes.map(({ paperId }) => paperId)).toEqual([A, B]);
    expect(await db.saves.toArray()).toMatchObject([
      { paperId: A, ...row },
      { paperId: B, ...row },
    ]);
    expect(await db.papers.get(B)).toEqual(toUnreadPaper(B));
    expect(await db.guides.toArray()).toMatchObject([
      { paperId: A, saved: true },
      { paperId: B, saved: true },
    ]);
    expect(await db.dismissals.count()).toBe(0);
  });

  test.each<[MarkChange]>([
    [{ kind: 'saved', saved: false }],
    [{ kind: 'status', status: null }],
    [{ kind: 'tag', tag: '视频', on: false }],
    [{ kind: 'dismissed', dismissed: false }],
  ])('%j does nothing to papers without marks', async (change) => {
    expect(await changeMarks(IDS, change, 5)).toEqual([]);
    expect(Object.values(await everything()).flat()).toEqual([]);
  });

  test('leaves alone what is so already, and what it is not about', async () => {
    await setStatus(A, 'read', 1);
    await setTags(A, ['三维']);
    await setNote(A, '值得一读');
    expect(await changeMarks([A], { kind: 'status', status: 'read' }, 5)).toEqual([]);
    await changeMarks([A], { kind: 'tag', tag: '视频', on: true }, 5);
    expect(await db.saves.get(A)).toEqual({
      paperId: A,
      savedAt: 1,
      tags: ['三维', '视频'],
      note: '值得一读',
      status: 'read',
    });
  });

  test('dismisses only what is not saved, and marks only what was not seen', async () => {
    await setSaved(A, true, 1);
    await markSeen(B, 1);
    expect((await changeMarks(IDS, { kind: 'dismissed', dismissed: true }, 5)).map((one) => one.paperId)).toEqual([
      B,
      C,
    ]);
    expect((await changeMarks(IDS, { kind: 'seen' }, 6)).map((one) => one.paperId)).toEqual([A, C]);
    expect(await db.visits.get(B)).toEqual({ paperId: B, seenAt: 1 });
  });

  test('changes all papers or none', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `2401.${10_000 + index}`);
    const hook = (key: string) => {
      if (key === ids[240]) throw new Error('no room');
    };
    db.saves.hook('creating', hook);
    await expect(changeMarks(ids, { kind: 'saved', saved: true }, 5)).rejects.toThrow('the library');
    db.saves.hook('creating').unsubscribe(hook);
    expect(Object.values(await everything()).flat()).toEqual([]);
  });
});

describe('undoMarks', () => {
  test('brings back every table as it was, however many changes are taken back in turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(someIds, anyChange), { maxLength: 4 }),
        fc.array(fc.tuple(someIds, anyChange), { minLength: 1, maxLength: 4 }),
        async (earlier, later) => {
          await Promise.all(TABLES.map((table) => table.clear()));
          await db.papers.put(samplePaper({ id: A }));
          await db.guides.put({ paperId: A, guideVersion: 1, guides: [], saved: false });
          let now = 1;
          for (const [ids, one] of earlier) await changeMarks(ids, one, now++);
          const before = await everything();
          const done = [];
          for (const [ids, one] of later) done.push(await changeMarks(ids, one, now++));
          for (const changes of done.toReversed()) {
            expect(await undoMarks(changes)).toEqual({ restored: changes.length, kept: 0 });
          }
          expect(await everything()).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps what was changed since in another tab, and takes back the rest', async () => {
    await setStatus(A, 'to-read', 1);
    await setStatus(B, 'to-read', 1);
    const changes = await changeMarks([A, B, C], { kind: 'status', status: 'read' }, 5);
    await setStatus(A, 'reading', 6);
    await setNote(B, '写于别处');
    expect(await undoMarks(changes)).toEqual({ restored: 2, kept: 1 });
    expect(await db.saves.toArray()).toMatchObject([
      { paperId: A, status: 'reading' },
      { paperId: B, status: 'to-read', note: '写于别处', savedAt: 1 },
    ]);
  });

  test('keeps a note that was written since on a paper that had no row, without its star', async () => {
    const changes = await changeMarks([A], { kind: 'saved', saved: true }, 5);
    await setNote(A, '写于别处');
    expect(await undoMarks(changes)).toEqual({ restored: 1, kept: 0 });
    expect(await db.saves.toArray()).toEqual([{ paperId: A, savedAt: null, tags: [], note: '写于别处' }]);
    expect(await db.papers.count()).toBe(1);
  });

  test('does not dismiss what was saved since, nor forget what was opened since', async () => {
    await setDismissed(A, true, 1);
    const back = await changeMarks([A], { kind: 'dismissed', dismissed: false }, 5);
    await setSaved(A, true, 6);
    expect(await undoMarks(back)).toEqual({ restored: 0, kept: 1 });
    expect(await db.dismissals.count()).toBe(0);
    const seen = await changeMarks([B], { kind: 'seen' }, 7);
    await markSeen(B, 8);
    expect(await undoMarks(seen)).toEqual({ restored: 0, kept: 1 });
    expect(await db.visits.get(B)).toEqual({ paperId: B, seenAt: 8 });
  });
});
