import { describe, expect, test } from 'vitest';
import { HAS_ANALYSIS, timesOf, toPhrase, toTerms } from '@/core/search/terms';
import { sampleAnalysis, samplePaper } from '../../library-samples';

const NOTHING = { authors: [], abstract: '', categories: [], titleChinese: null };
const termsOf = (title: string) =>
  [
    ...toTerms({
      paper: samplePaper({ ...NOTHING, id: '', title }),
      gist: '',
      analyses: [],
      tags: [],
      note: '',
    }).keys(),
  ]
    .filter((term) => !term.startsWith('\u0001'))
    .join(' ');

describe('toTerms', () => {
  test.each([
    ['Deep Learning', 'deep learning'],
    ['透明物体', '透 明 物 体 透明 明物 物体'],
    ['深', '深'],
    ['扩散，模型', '扩 散 扩散 模 型 模型'],
    ['3D高斯', '3d 高 斯 高斯'],
    ['3D 高斯 splat', '3d 高 斯 高斯 splat'],
    ['G$^2$VLM', 'g2vlm vlm'],
    ['VideoLLaMA', 'videollama llama ma'],
    ['ImageNet', 'imagenet net'],
    ['x_{i}^2', 'xi2'],
    ['ＶＩＤＥＯ ﬁt', 'video fit'],
    ['Müller Ελλάς', 'muller ελλασ'],
    ['pre-training', 'pre training pretraining'],
    ['text-to-image model', 'text to image texttoimage model'],
    ['a - b', 'a b'],
    ['2512.23705v2', '2512.23705'],
    ['92.4% at 1.5x', '92.4 at 1.5 x'],
    ['𠀀𠀁', '𠀀 𠀁 𠀀𠀁'],
    ['ネット', 'ネ ッ ト ネッ ット'],
    ['$^{}_', ''],
    ['', ''],
  ])('of %j are %j', (title, expected) => expect(termsOf(title)).toBe(expected));

  test('say where they stand and how often the body has them', () => {
    const terms = toTerms({
      paper: samplePaper({ authors: ['Erd\\H{o}s Attention'] }),
      gist: '注意力',
      analyses: [sampleAnalysis({ markdown: '注意 注意 Transformer', keyFindings: ['注意'] })],
      tags: ['注意'],
      note: 'see later',
    });
    expect(terms.get('attention')).toBe(1 + 4);
    expect((terms.get('注意') ?? 0) & 31).toBe(2 + 8 + 16);
    expect(timesOf(terms.get('注意') ?? 0)).toBe(3);
    expect(terms.get('later')).toBe(8);
    expect(terms.get('erdos')).toBe(4);
    expect(terms.get('1706.03762')).toBe(1);
    expect(terms.has('\u0001cat:cs.cl')).toBe(true);
    expect(terms.has(HAS_ANALYSIS)).toBe(true);
  });

  test('have the beginnings of words, which are too many to be looked at one by one', () => {
    const terms = toTerms({ paper: samplePaper(), gist: 'Transparent 深度', analyses: [], tags: [], note: '' });
    expect(terms.get('\u0001t')).toBe(2 + 16);
    expect(terms.get('\u0001al')).toBe(1);
    expect(terms.has('\u0001深')).toBe(false);
    expect(terms.has('\u0001tra')).toBe(false);
  });

  test('stay in a byte however often one stands there', () => {
    const terms = toTerms({
      paper: samplePaper(),
      gist: '',
      analyses: [sampleAnalysis({ markdown: 'word '.repeat(400) })],
      tags: [],
      note: '',
    });
    expect(terms.get('word')).toBe(16 + 7 * 32);
  });

  test('have the abstract where there is no analysis, and only there', () => {
    const paper = samplePaper({ abstract: 'unique words' });
    const rest = { paper, gist: '', tags: [], note: '' };
    expect(toTerms({ ...rest, analyses: [] }).has('unique')).toBe(true);
    expect(toTerms({ ...rest, analyses: [sampleAnalysis()] }).has('unique')).toBe(false);
    expect(toTerms({ ...rest, analyses: [] }).has(HAS_ANALYSIS)).toBe(false);
  });
});

test('a phrase has single blanks between its words, and its Chinese apart', () =>
  expect(toPhrase('  Deep-Learning,深度学')).toBe(' deep learning 深 度 学 '));
