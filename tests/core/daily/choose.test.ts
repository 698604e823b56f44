import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { choosePapers, dedupe, type Scored } from '@/core/daily/choose';
import { paperOf } from './papers';

const scoredOf = (id: string, score: number, wanted = true): Scored => ({ paper: paperOf({ id }), score, wanted });
const idsOf = (scored: readonly Scored[]) => scored.map(({ paper }) => paper.id).join(' ');

describe('the choice of a day', () => {
  const day = [scoredOf('a', 1), scoredOf('b', 3), scoredOf('c', 2), scoredOf('d', 3), scoredOf('e', 9, false)];

  test.each([
    [2, 0, 'b d', 'a c e'],
    [3, 0, 'b d c', 'a e'],
    [9, 0, 'b d c a', 'e'],
    [9, 2, 'b d c', 'a e'],
    [9, 4, '', 'a b c d e'],
    [0, 0, '', 'a b c d e'],
    [-1, 0, '', 'a b c d e'],
  ])('the best %d of at least %d are %j, beside %j', (most, minimum, chosen, rest) => {
    const choice = choosePapers(day, { most, minimum });
    expect(idsOf(choice.chosen)).toBe(chosen);
    expect(idsOf(choice.rest)).toBe(rest);
  });

  test('takes none whose score is no number', () =>
    expect(idsOf(choosePapers([scoredOf('a', Number.NaN)], { most: 1, minimum: 0 }).chosen)).toBe(''));

  test('loses no paper, ranks by score, and keeps the order of the announcement among equals and in the rest', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.nat(20), fc.integer({ min: 0, max: 4 }), (given, most, minimum) => {
        const all = given.map(([score, wanted], at) => ({ ...scoredOf(String(at), score, wanted), at }));
        const { chosen, rest } = choosePapers(all, { most, minimum });
        expect([...chosen, ...rest].map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(all.map(({ at }) => at));
        expect(rest.every(({ at }, index) => index === 0 || (rest[index - 1]?.at ?? -1) < at)).toBe(true);
        chosen.forEach((one, index) => {
          const before = chosen[index - 1];
          if (!before) return;
          expect(before.score > one.score || (before.score === one.score && before.at < one.at)).toBe(true);
        });
        const last = chosen.at(-1);
        const passed = rest.filter(({ wanted, score }) => wanted && score >= minimum);
        for (const one of passed) {
          expect(chosen).toHaveLength(most);
          if (last) expect(one.score < last.score || (one.score === last.score && one.at > last.at)).toBe(true);
        }
      }),
    );
  });
});

const merged = (...papers: Partial<AnnouncedPaper>[]) =>
  dedupe(papers.map(paperOf)).map(({ id, version, announced }) => `${id}v${version} ${announced}`);

describe('a paper announced more than once', () => {
  test.each<[string, Partial<AnnouncedPaper>[], string[]]>([
    ['new before cross', [{ announced: 'cross' }, { announced: 'new' }], ['2611.00001v1 new']],
    ['new stays new', [{ announced: 'new' }, { announced: 'cross' }], ['2611.00001v1 new']],
    ['higher version', [{ version: 2 }, { version: 1 }], ['2611.00001v2 new']],
    ['version unknown', [{ version: null }, { version: 1 }], ['2611.00001v1 new']],
    ['new and replaced', [{ announced: 'new' }, { version: 2, announced: 'replace' }], ['2611.00001v2 new']],
    ['replaced alone', [{ announced: 'replace' }, { id: '2611.00002' }], ['2611.00002v1 new']],
    ['replaced elsewhere', [{ announced: 'replace-cross' }], []],
    ['its abstract alone', [{ announced: 'absonly' }], []],
    ['two papers', [{ id: '2611.00002' }, {}], ['2611.00002v1 new', '2611.00001v1 new']],
  ])('%s', (_, papers, kept) => expect(merged(...papers)).toEqual(kept));

  test('stands where it was first, with what either says', () => {
    const papers = [
      paperOf({ announced: 'cross', comments: 'CVPR 2026' }),
      paperOf({ id: '2611.00002' }),
      paperOf({ version: 2, published: '2026-11-02' }),
    ];
    const [first, second] = dedupe(papers);
    expect(first).toEqual(paperOf({ version: 2, comments: 'CVPR 2026', published: '2026-11-02' }));
    expect(second?.id).toBe('2611.00002');
  });

  test('says of equal versions what the first does', () =>
    expect(dedupe([paperOf({ title: 'First' }), paperOf({ title: 'Second' })])).toEqual([paperOf({ title: 'First' })]));

  test('is once what it is twice, and stays in order', () => {
    const paper = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      version: fc.option(fc.integer({ min: 1, max: 3 })),
      announced: fc.constantFrom('new' as const, 'cross' as const, 'replace' as const),
    });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 12 }), (given) => {
        const papers = given.map(paperOf);
        const once = dedupe(papers);
        expect(dedupe(once)).toEqual(once);
        const order = [...new Set(papers.map(({ id }) => id))].filter((id) => once.some((kept) => kept.id === id));
        expect(once.map(({ id }) => id)).toEqual(order);
      }),
    );
  });
});
