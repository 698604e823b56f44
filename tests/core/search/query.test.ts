import { describe, expect, test } from 'vitest';
import { findDayNumber } from '@/core/report-day';
import { parseQuery } from '@/core/search/query';

/** A clause as one line: its terms, a star behind prefixes. */
function show(typed: string): string {
  return parseQuery(typed)
    .clauses.map((clause) => {
      const minus = clause.negated ? '-' : '';
      switch (clause.kind) {
        case 'text': {
          const ways = clause.ways.map((way) =>
            way.map(({ text, prefix }) => `${text.replace('\u0001', '@')}${prefix ? '*' : ''}`).join('+'),
          );
          const field = clause.fields === 4 ? 'author ' : '';
          return `${minus}${field}${ways.join('/')}${clause.phrase === null ? '' : ` "${clause.phrase}"`}`;
        }
        case 'tag':
          return `${minus}#${clause.tag}`;
        case 'state':
          return `${minus}${clause.state}`;
        default:
          return `${minus}${clause.kind}`;
      }
    })
    .join(' | ');
}

describe('parseQuery', () => {
  test.each([
    ['', ''],
    ['  　 ', ''],
    ['diffusion models', 'diffusion* | models*'],
    ['透明物体', '透明+明物+物体'],
    ['透明　物体', '透明 | 物体'],
    ['学', '学'],
    ['3D高斯', '3d+高斯'],
    ['高斯splat', '高斯+splat*'],
    ['G$^2$VLM', 'g2vlm*'],
    ['pre-training', 'pre+training*/pretraining*'],
    ['2512.23705', '2512.23705*'],
    ['2512.23705v2', '2512.23705*'],
    ['2512.237', '2512.237*'],
    ['https://arxiv.org/abs/2512.23705v1', '2512.23705*'],
    ['arXiv:2512.23705', '2512.23705*'],
    ['id:2512.23705v3', '2512.23705*'],
    ['"deep learning"', 'deep+learning " deep learning "'],
    ['“透明物体”', '透明+明物+物体 " 透 明 物 体 "'],
    ['"open end', 'open+end " open end "'],
    ['"diffusion"', 'diffusion'],
    ['author:he', 'author he*'],
    ['author："Kaiming He"', 'author kaiming+he " kaiming he "'],
    ['作者：何恺明', 'author 何恺+恺明'],
    ['tag:视频 -tag:"to do"', '#视频 | -#to do'],
    ['TAG:#x', '#x'],
    ['cat:cs.CV', '@cat:cs.cv'],
    ['cat:cs', '@cat:cs/@cat:cs.*'],
    ['has:note -has:analysis', 'has-note | -has-analysis'],
    ['is:unread is：to-read 是', 'unread | to-read | 是'],
    ['is:未读', 'unread'],
    ['-diffusion', '-diffusion*'],
    ['－扩散', '-扩散'],
    ['-"deep learning"', '-deep+learning " deep learning "'],
    ['Müller', 'muller*'],
  ])('reads %j as %j', (typed, expected) => expect(show(typed)).toBe(expected));

  test.each([
    ['foo:bar', 'foo* | bar*'],
    ['is:lost', 'is* | lost*'],
    ['has:', 'has*'],
    ['date:soon', 'date* | soon*'],
    ['date:2025-13', 'date* | 2025+13*/202513*'],
    ['title："a b"', 'title* | a+b " a b "'],
    ['author:', 'author*'],
    ['-', ''],
    ['"', ''],
    ['$^', ''],
    ['http://x.y', 'http* | x+y*'],
    ['text-to', 'text+to*/textto*'],
  ])('takes %j for words', (typed, expected) => expect(show(typed)).toBe(expected));

  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12-30', '2025-12-30', '2025-12-30'],
    ['2025-11..2025-12', '2025-11-01', '2025-12-31'],
    ['2025-1..2025-2-3', '2025-01-01', '2025-02-03'],
    ['2025..', '2025-01-01', null],
    ['..2025', null, '2025-12-31'],
    ['>2025-11', '2025-12-01', null],
    ['>=2025-11', '2025-11-01', null],
    ['<2025-11', null, '2025-10-31'],
    ['<=2025-11', null, '2025-11-30'],
  ])('reads date:%s', (text, from, to) => {
    const [clause] = parseQuery(`date:${text}`).clauses;
    expect(clause).toEqual({
      kind: 'date',
      negated: false,
      days: { from: findDayNumber(from ?? '') ?? 1, to: findDayNumber(to ?? '') ?? 0xffff },
    });
  });

  test.each(['..', '2025-02-30', '25', '>', '2025-1-1-1', '2025..soon', '20251'])('reads no days in date:%s', (text) =>
    expect(parseQuery(`date:${text}`).clauses.some(({ kind }) => kind === 'date')).toBe(false),
  );

  test('tells what to mark: words as they were meant, nothing of what must not occur', () => {
    expect(parseQuery('Diffusion 透明物体 author:He -video "deep learning" tag:x is:read').words).toEqual([
      'diffusion',
      '透明物体',
      'he',
      'deep learning',
    ]);
  });
});
