// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PaperRow } from '@/components/popup/paper-row';
import { popupWords } from '@/core/words/popup';
import { entry } from './samples';

afterEach(cleanup);

const words = popupWords.zh;
const now = Date.parse('2025-12-31T10:00+08:00');
const unmarked = { saved: false, seen: false, dismissed: false };

function show(change: Parameters<typeof entry>[0] = {}, marks = unmarked) {
  const onSave = vi.fn();
  const onDismiss = vi.fn();
  const rest = { now, language: 'zh', words, onSave, onDismiss } as const;
  render(
    <ul>
      <PaperRow entry={entry(change)} marks={marks} {...rest} />
    </ul>,
  );
  return { onSave, onDismiss };
}

describe('PaperRow', () => {
  test('leads with the Chinese gist, which opens the abstract page in a tab of its own', () => {
    show();
    const gist = screen.getByRole('link', { name: '一句话说清这篇论文。' });
    expect(gist.getAttribute('href')).toBe('https://arxiv.org/abs/2512.00001');
    expect(gist.getAttribute('target')).toBe('_blank');
    expect(gist.querySelector('[lang]')?.getAttribute('lang')).toBe('zh-CN');
  });

  test('shows the English title once, its formula drawn', () => {
    show();
    const title = document.querySelector('.title');
    expect(title?.getAttribute('lang')).toBe('en');
    expect(title?.textContent).toBe('Flex-π: A Paper');
    expect(title?.querySelector('math')).not.toBeNull();
  });

  test('leads with the Chinese title where there is no gist', () => {
    show({ gist: '', titleChinese: '一篇论文' });
    expect(screen.getByRole('link', { name: '一篇论文' })).toBeTruthy();
    expect(document.querySelector('.title')?.textContent).toBe('Flex-π: A Paper');
  });

  test('leads with the English title where there is no Chinese, and does not say it twice', () => {
    show({ gist: '' });
    expect(document.querySelector('.gist [lang=en]')?.textContent).toBe('Flex-π: A Paper');
    expect(document.querySelector('.title')?.textContent).toBe('');
  });

  test('says by a key sentence of the abstract what a paper without an analysis is about', () => {
    show({ gist: '', basis: null, keySentence: ['We draw maps.'] });
    const sentence = screen.getByText('We draw maps.');
    expect(sentence.getAttribute('lang')).toBe('en');
    expect(sentence.title).toBe('原文关键句');
  });

  test.each([
    ['full', true, '全文解读', null],
    ['full', false, '全文解读', '据格式推测为全文解读'],
    ['abstract', true, '仅据摘要', null],
    ['unknown', false, '依据未知', null],
    [null, false, '暂无解读', null],
  ] as const)('says of basis %s (stated: %s) %s', (basis, basisStated, text, hint) => {
    show({ basis, basisStated });
    expect(screen.getByText(text).getAttribute('title')).toBe(hint);
  });

  test('names the first category and counts the others', () => {
    show();
    expect(screen.getByTitle('cs.CV, cs.RO').textContent).toBe('cs.CV +1');
  });

  test('marks a paper that was seen, and no other', () => {
    show({}, { ...unmarked, seen: true });
    expect(screen.getByText('看过').closest('li')?.classList.contains('seen')).toBe(true);
    cleanup();
    show();
    expect(screen.queryByText('看过')).toBeNull();
    expect(document.querySelector('.seen')).toBeNull();
  });

  test('says on which day a paper was there before, and nothing of a new one', () => {
    show({ seenOn: '2025-06-19' });
    expect(screen.getByText('6 月 19 日出现过')).toBeTruthy();
    cleanup();
    show();
    expect(screen.queryByText(/出现过/)).toBeNull();
  });

  test.each([
    [['甲', '乙'], '来源：甲、乙'],
    [['甲'], null],
  ])('names the sources %s where they are several', (sources, title) => {
    show({ sources });
    expect(screen.getByRole('listitem').getAttribute('title')).toBe(title);
  });

  test.each([
    ['Chinese', {}, 'zh-CN'],
    ['English', { language: 'en' }, 'en'],
    ['an unknown language', { language: 'other' }, null],
    ['a Chinese title where there is no gist', { language: 'en', gist: '', titleChinese: '一篇论文' }, 'zh-CN'],
  ] as const)('says that a gist is in %s', (_, change, lang) => {
    show(change);
    expect(document.querySelector('.gist span')?.getAttribute('lang')).toBe(lang);
  });

  test.each([true, false])('can be dismissed, and taken back where it is %s', (dismissed) => {
    const { onDismiss } = show({}, { ...unmarked, dismissed });
    expect(screen.getByRole('listitem').classList.contains('dismissed')).toBe(dismissed);
    const button = screen.getByRole('button', { name: '不感兴趣：Flex-$π$: A Paper' });
    expect(button.getAttribute('aria-pressed')).toBe(String(dismissed));
    fireEvent.click(button);
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('2512.00001', !dismissed);
  });

  test('cannot be dismissed while it is saved', () => {
    show({}, { ...unmarked, saved: true });
    expect(screen.queryByRole('button', { name: /不感兴趣/ })).toBeNull();
  });

  test.each([true, false])('turns a star that is %s', (saved) => {
    const { onSave } = show({}, { ...unmarked, saved });
    const star = screen.getByRole('button', { name: '收藏' });
    expect(star.getAttribute('aria-pressed')).toBe(String(saved));
    fireEvent.click(star);
    expect(onSave).toHaveBeenCalledExactlyOnceWith('2512.00001', !saved);
  });

  test.each([
    ['2512.00001', 'library.html#/paper/2512.00001'],
    ['hep-th/9901001', 'library.html#/paper/hep-th/9901001'],
  ])('reads %s in the library', (id, href) => {
    show({ id });
    expect(screen.getByRole('link', { name: '在论文库中读' }).getAttribute('href')).toBe(href);
  });
});
