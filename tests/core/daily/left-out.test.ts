import { describe, expect, test } from 'vitest';
import { leftOut } from '@/core/daily/left-out';
import type { Reason } from '@/core/daily/local-score';
import type { NewsPaper } from '@/core/daily/news';
import { describeModelScore, describeWhy } from '@/core/daily/why';
import { sampleAnnounced } from '../../daily-samples';

const hit = (kind: Reason['kind'], text = 'map'): Reason => ({ kind, text, points: 3 });

function news(id: string, change: Partial<NewsPaper> = {}): NewsPaper {
  return {
    paper: sampleAnnounced({ id }),
    wanted: true,
    score: 1,
    reasons: [],
    model: null,
    chosen: false,
    ...change,
  };
}

const model = (relevance: number, significance: number, why = '') => ({ relevance, significance, why });

describe('leftOut', () => {
  test('leaves the chosen papers out', () => {
    expect(leftOut({ papers: [news('a', { chosen: true }), news('b')] }).map(({ paper }) => paper.id)).toEqual(['b']);
  });

  test('has papers with a word or an author of the reader’s first, then by the model, the score and the announcement', () => {
    const papers = [
      news('low', { score: 0.5 }),
      news('same'),
      news('also same'),
      news('scored', { score: 0.1, model: model(2, 2) }),
      news('author', { score: -1, reasons: [hit('author')] }),
      news('word', { reasons: [hit('code'), hit('secondary-abstract')] }),
      news('excluded', { score: 0.2, reasons: [hit('excluded')] }),
    ];
    expect(leftOut({ papers }).map(({ paper }) => paper.id)).toEqual([
      'word',
      'author',
      'scored',
      'same',
      'also same',
      'low',
      'excluded',
    ]);
  });
});

describe('why a paper stands where it stands', () => {
  test('is told by the model first, where one was asked, then by each reason', () => {
    const paper = news('a', { score: 3.6, reasons: [hit('primary-title')], model: model(3, 2, '与地图有关') });
    expect(describeModelScore(paper, 'zh')).toBe('相关 3 · 重要 2');
    expect(describeWhy(paper, 'zh')).toEqual([
      '模型打分：相关 3 · 重要 2',
      '与地图有关',
      '按关键词等得 3.6 分',
      '标题里有主要关键词“map”（+3）',
    ]);
    expect(describeWhy(paper, 'en')[0]).toBe('Scored by the model: relevance 3 · significance 2');
  });

  test('is told of a paper without reasons, and of one that was not considered', () => {
    const paper = news('a', { score: -0.25, wanted: false });
    expect(describeModelScore(paper, 'zh')).toBeNull();
    expect(describeWhy(paper, 'zh')).toEqual([
      '没有足够的关键词，未参加挑选',
      '按关键词等得 −0.25 分',
      '没有特别的理由',
    ]);
  });
});
