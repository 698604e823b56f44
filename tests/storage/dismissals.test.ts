import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { NO_INTERESTS } from '@/core/daily/interests';
import { toLocalScorer } from '@/core/daily/local-score';
import type { NewsPaper } from '@/core/daily/news';
import { db } from '@/storage/db';
import { readListMarks, setDismissed, setSaved } from '@/storage/marks';
import { readTastes } from '@/storage/tastes';
import { sampleAnnounced } from '../daily-samples';
import { samplePaper } from '../library-samples';
import { entry, report } from '../components/popup/samples';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const isDismissed = async (id: string) => (await readListMarks([id]))[id]?.dismissed;

describe('a paper that is dismissed', () => {
  test('is so until that is taken back, since the first time', async () => {
    await setDismissed('a', true, 5);
    await setDismissed('a', true, 9);
    expect(await db.dismissals.toArray()).toEqual([{ paperId: 'a', dismissedAt: 5 }]);
    expect(await readListMarks(['a', 'b'])).toEqual({
      a: { saved: false, seen: false, dismissed: true },
      b: { saved: false, seen: false, dismissed: false },
    });
    await setDismissed('a', false, 10);
    expect(await db.dismissals.count()).toBe(0);
  });

  test('is wanted again once it is saved, and stays so when the star goes', async () => {
    await setDismissed('a', true, 5);
    await setSaved('a', true, 6);
    expect(await isDismissed('a')).toBe(false);
    await setSaved('a', false, 7);
    expect(await isDismissed('a')).toBe(false);
  });

  test('is not one that is saved, nor one that came in as saved', async () => {
    await setSaved('a', true, 5);
    await setDismissed('a', true, 6);
    expect(await db.dismissals.count()).toBe(0);
    await setDismissed('b', true, 6);
    await db.saves.put({ paperId: 'b', savedAt: 7, tags: [], note: '' });
    expect(await isDismissed('b')).toBe(false);
  });
});

function news(id: string, title: string): NewsPaper {
  const paper = sampleAnnounced({ id, title, abstract: 'We look into it.' });
  return { paper, wanted: true, score: 0, reasons: [], model: null, chosen: false };
}

function putNews(date: string, papers: NewsPaper[]) {
  return db.news.put({ date, categories: ['cs.CV'], crossLists: true, papers, reportId: null, madeAt: 1 });
}

const TRIAGE = ['Medical triage', 'Triage of patients', 'Triage in clinics'];
const OTHERS = ['Counting sheep', 'Maps of the sea', 'Grasping cups', 'Walking robots', 'Singing voices', 'Old coins'];

/** The next day's papers by what they score for the reader as they are known now, the best first. */
async function rank(): Promise<string[]> {
  const score = toLocalScorer(NO_INTERESTS, await readTastes());
  return ['Better triage of patients', 'Drawing of trees']
    .map((title) => ({ title, score: score(sampleAnnounced({ title, abstract: 'We look into it.' })).score }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ title }) => title);
}

describe('a day after three papers of one subject were dismissed', () => {
  const ids = TRIAGE.map((_, index) => `2611.0000${index}`);
  const dismissAll = () => Promise.all(ids.map((id, index) => setDismissed(id, true, index)));

  test('ranks that subject lower, and as before once that is taken back', async () => {
    const others = OTHERS.map((title, index) => news(`2611.1000${index}`, title));
    await putNews('2026-11-20', [...TRIAGE.map((title, index) => news(ids[index] ?? '', title)), ...others]);
    expect(await rank()).toEqual(['Better triage of patients', 'Drawing of trees']);
    await dismissAll();
    expect(await rank()).toEqual(['Drawing of trees', 'Better triage of patients']);
    for (const id of ids) await setDismissed(id, false, 9);
    expect(await readTastes()).toBeNull();
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'papers that the library has',
      () => db.papers.bulkPut(TRIAGE.map((title, index) => samplePaper({ id: ids[index] ?? '', title }))),
    ],
    [
      'an announcement before the last',
      async () => {
        await putNews(
          '2026-11-19',
          TRIAGE.map((title, index) => news(ids[index] ?? '', title)),
        );
        await putNews(
          '2026-11-20',
          OTHERS.map((title, index) => news(`2611.1000${index}`, title)),
        );
      },
    ],
    [
      'a report whose papers were taken out of the library',
      async () => {
        const entries = TRIAGE.map((title, index) => entry({ id: ids[index] ?? '', title }));
        await db.reports.put(report({ id: '2026-06-19|A', entries }));
        await db.appearances.bulkPut(ids.map((paperId) => ({ paperId, reportIds: ['2026-06-19|A'] })));
      },
    ],
  ])('knows their texts from %s', async (_, put) => {
    await put();
    await dismissAll();
    expect((await readTastes())?.dismissed.get('triage')).toBeGreaterThan(0.3);
    expect(await rank()).toEqual(['Drawing of trees', 'Better triage of patients']);
  });

  test('leaves out those of which nothing is left, and those that are saved', async () => {
    await dismissAll();
    expect(await readTastes()).toBeNull();
    await db.papers.bulkPut(TRIAGE.map((title, index) => samplePaper({ id: ids[index] ?? '', title })));
    await db.saves.bulkPut(ids.map((paperId) => ({ paperId, savedAt: 1, tags: [], note: '' })));
    expect((await readTastes())?.dismissed.size).toBe(0);
  });

  test('goes by the last three hundred', async () => {
    const later = Array.from({ length: 300 }, (_, index) => `2612.${10_000 + index}`);
    await db.papers.bulkPut(
      [...ids, ...later].map((id, index) => samplePaper({ id, title: TRIAGE[index] ?? 'Counting sheep' })),
    );
    await dismissAll();
    await db.dismissals.bulkPut(later.map((paperId, index) => ({ paperId, dismissedAt: 10 + index })));
    const tastes = await readTastes();
    expect(tastes?.dismissed.get('sheep')).toBeGreaterThan(0.9);
    expect(tastes?.dismissed.has('triage')).toBe(false);
  });
});
