import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { parseQuery } from '@/core/search/query';
import { findsPaper, type Scanned } from '@/core/search/scan';
import { db } from '@/storage/db';
import { markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { searchLibrary } from '@/storage/search';
import { updateIndex } from '@/storage/search-indexer';
import { writeBatch } from '@/storage/write-batch';
import { sampleAnalysis, sampleIncoming, samplePaper } from '../library-samples';
import { setNote, setTags } from '../saves';

// Short words, so that none is taken for a misspelt one, which no looking through the papers one by one would know.
const WORDS = [
  'deep',
  'dee',
  'net',
  'ai',
  'a',
  '3d',
  'GaN',
  '深度',
  '学习',
  '深度学习',
  '扩',
  'x2y',
  'pre-fix',
  '92.4',
];
const IDS = ['2512.00001', '2512.00002', '2511.00003', 'math/0309136', '0704.0001', '2401.12345'];

const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const id = fc.constantFrom(...IDS);
const operation = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    id,
    title: text,
    author: text,
    body: text,
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant('note' as const), id, text }),
  fc.record({ kind: fc.constant('tags' as const), id, tags: fc.array(word, { maxLength: 2 }) }),
  fc.record({
    kind: fc.constantFrom(
      'save' as const,
      'unsave' as const,
      'dismiss' as const,
      'see' as const,
      'read' as const,
      'want' as const,
    ),
    id,
  }),
  fc.record({ kind: fc.constant('delete' as const), id }),
  fc.record({ kind: fc.constant('index' as const), id }),
);
const condition = fc.oneof(
  word,
  text.map((words) => `"${words}"`),
  word.map((one) => `author:${one}`),
  word.map((one) => `tag:${one}`),
  fc.constantFrom(
    'is:read',
    'is:unread',
    'is:saved',
    'is:dismissed',
    'has:note',
    'has:analysis',
    'date:2025-06..',
    'cat:cs',
    'cat:cs.cl',
    '深学',
    'd',
    'de',
    '2512.0',
  ),
);
const query = fc
  .array(fc.tuple(fc.boolean(), condition), { maxLength: 3 })
  .map((all) => all.map(([negated, one]) => `${negated ? '-' : ''}${one}`).join(' '));

type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function apply(one: Operation): Promise<void> {
  switch (one.kind) {
    case 'write': {
      const published = `2025-${String(one.month).padStart(2, '0')}-01`;
      const paper = samplePaper({ id: one.id, title: one.title, authors: [one.author], published, from: 'report' });
      const analyses =
        one.body === '' ? [] : [sampleAnalysis({ key: `${one.id}|r|1`, paperId: one.id, markdown: one.body })];
      await writeBatch({
        papers: [sampleIncoming({ paper, analyses, guides: [] })],
        edition: 1,
        report: null,
        text: null,
      });
      return;
    }
    case 'note':
      return setNote(one.id, one.text);
    case 'tags':
      return setTags(one.id, one.tags);
    case 'save':
    case 'unsave':
      return setSaved(one.id, one.kind === 'save', 1);
    case 'dismiss':
      return setDismissed(one.id, true, 1);
    case 'see':
      return markSeen(one.id, 1);
    case 'read':
    case 'want':
      return setStatus(one.id, one.kind === 'read' ? 'read' : 'to-read', 1);
    case 'delete':
      await db.transaction('rw', db.papers, db.analyses, async () => {
        await db.analyses.where('paperId').equals(one.id).delete();
        await db.papers.delete(one.id);
      });
      return;
    case 'index':
      return updateIndex(new AbortController().signal);
  }
}

async function readAll(): Promise<Scanned[]> {
  const papers = await db.papers.toArray();
  return Promise.all(
    papers.map(async (paper) => {
      const [save, visit, dismissal, analyses, guide] = await Promise.all([
        db.saves.get(paper.id),
        db.visits.get(paper.id),
        db.dismissals.get(paper.id),
        db.analyses.where('paperId').equals(paper.id).toArray(),
        db.guides.get(paper.id),
      ]);
      const { tags = [], note = '', status = null, savedAt = null } = save ?? {};
      const gist = guide?.guides[0]?.gist ?? '';
      return {
        paper,
        gist,
        analyses,
        tags,
        note,
        status,
        saved: savedAt !== null,
        seen: visit !== undefined,
        dismissed: dismissal !== undefined,
      };
    }),
  );
}

function scan(typed: string, papers: readonly Scanned[]): string[] {
  const tags = [...new Set(papers.flatMap((paper) => paper.tags))];
  return papers.filter((paper) => findsPaper(parseQuery(typed), paper, tags)).map(({ paper }) => paper.id);
}

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('the index finds what looking through all papers finds, whatever was done to them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { maxLength: 14 }),
      fc.array(query, { minLength: 3, maxLength: 6 }),
      async (operations, queries) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        for (const one of operations) await apply(one);
        await updateIndex(new AbortController().signal);
        const papers = await readAll();
        for (const typed of queries) {
          const found = await searchLibrary({ typed, order: 'newest', limit: 100, offset: 0 });
          expect({ typed, ids: found.ids.toSorted() }).toEqual({ typed, ids: scan(typed, papers).toSorted() });
          expect(found).toMatchObject({ total: found.ids.length, pending: 0 });
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
