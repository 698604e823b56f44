// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DoneLine } from '@/components/options/done-line';
import { InterestFiles } from '@/components/options/interest-files';
import { type CountedDay, InterestsEditor } from '@/components/options/interests-editor';
import { type Found, Suggestions } from '@/components/options/suggestions';
import { countHits } from '@/core/daily/day-counter';
import { type InterestTexts, readTexts } from '@/core/daily/interest-texts';
import { interestsWords } from '@/core/words/interests';
import { paperOf } from '../../core/daily/papers';

afterEach(cleanup);

const words = interestsWords.zh;
const DAY: CountedDay = { name: '11 月 25 日', from: 'announced', total: 3 };
const PAPERS = [paperOf({ title: 'GANs' }), paperOf({ title: 'GANs for robots' }), paperOf({ title: 'An organ' })];

function show(
  given: Partial<InterestTexts> = {},
  { day = DAY, counted = given }: { day?: CountedDay | null; counted?: Partial<InterestTexts> | null } = {},
) {
  const none = { primary: '', secondary: '', excluded: '', authors: '' };
  const actions = { onInput: vi.fn(), onLeave: vi.fn() };
  const counts = counted && countHits(PAPERS, readTexts({ ...none, ...counted }));
  render(<InterestsEditor words={words} texts={{ ...none, ...given }} day={day} counts={counts} {...actions} />);
  return actions;
}

const countsOf = (field: string) =>
  within(screen.getByRole('list', { name: `${field}各有几篇` }))
    .getAllByRole('listitem')
    .map((line) => line.textContent);
const status = () => screen.getByRole('status').textContent;

describe('the editor of interests', () => {
  test('says how many papers of the newest day match, and how many have each word', () => {
    show({ primary: 'GAN\nrobto\n\nrobot, organ' });
    expect(status()).toBe('11 月 25 日的 3 篇里有 3 篇符合。');
    expect(countsOf('主要关键词')).toEqual(['GAN：2 篇', 'robto：0 篇', '', 'robot：1 篇organ：1 篇']);
  });

  test.each<[string, Partial<InterestTexts>, Partial<CountedDay>, string]>([
    ['one that matches in part', { primary: 'robot' }, {}, '11 月 25 日的 3 篇里有 1 篇符合。'],
    ['a report', { primary: 'robot' }, { from: 'report' }, '11 月 25 日的日报有 3 篇，其中 1 篇符合。'],
    ['no word', {}, {}, '还没有写想看的词，所以都算符合：11 月 25 日共 3 篇。'],
    [
      'excluded words alone',
      { excluded: 'robot' },
      {},
      '没有写想看的词，只去掉排除的：11 月 25 日的 3 篇里留下 2 篇。',
    ],
  ])('sums up %s', (_, texts, day, sentence) => {
    show(texts, { day: { ...DAY, ...day } });
    expect(status()).toBe(sentence);
  });

  test('says that there is nothing to count, and shows no counts', () => {
    show({ primary: 'GAN' }, { day: null, counted: null });
    expect(status()).toMatch(/^还没有可以数的论文/);
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('says that it counts, until it has', () => {
    show({ primary: 'GAN' }, { counted: null });
    expect(status()).toBe('正在数…');
    expect(countsOf('主要关键词')).toEqual(['']);
  });

  test('sums up what was counted, not what is typed meanwhile', () => {
    show({ primary: 'robot' }, { counted: {} });
    expect(status()).toMatch(/^还没有写想看的词/);
    expect(countsOf('主要关键词')).toEqual(['']);
  });

  test('says of a word that it stands there twice', () => {
    show({ primary: 'GAN', secondary: 'gan\nrobot' });
    expect(countsOf('次要关键词')).toEqual(['gan：重复', 'robot：1 篇']);
  });

  test('tells what is typed, and that a field was left', () => {
    const { onInput, onLeave } = show();
    const field = screen.getByRole('textbox', { name: '关注的作者' });
    fireEvent.input(field, { target: { value: 'Ana Roe' } });
    expect(onInput).toHaveBeenCalledExactlyOnceWith('authors', 'Ana Roe');
    fireEvent.blur(field);
    expect(onLeave).toHaveBeenCalledOnce();
  });

  test('explains the weights, and what a word finds', () => {
    show();
    expect(screen.getByText('标题 ×2、摘要 ×1，主要词再 ×1.5；排除 −2；作者 +1；够 1 分的留下。')).toBeTruthy();
    expect(screen.getByText(/找不到 organ/)).toBeTruthy();
  });
});

function suggest(found: Found | null) {
  const actions = { onAccept: vi.fn(), onDismiss: vi.fn(), onClose: vi.fn() };
  const view = (given: Found | null) => <Suggestions words={words} found={given} {...actions} />;
  const { rerender } = render(view(found));
  return { ...actions, change: (given: Found) => rerender(view(given)) };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const shown = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');

describe('suggestions', () => {
  const keywords = Array.from({ length: 14 }, (_, at) => ({ keyword: `word ${at}`, count: 20 - at }));
  const FOUND: Found = { papers: 8, file: null, keywords, authors: [{ keyword: 'Ana Roe', count: 2 }] };
  test('go where one click sends them', () => {
    const { onAccept, onDismiss } = suggest(FOUND);
    press('把 word 0 加到主要关键词');
    press('把 word 1 加到次要关键词');
    press('把 Ana Roe 加到关注的作者');
    press('不要 word 2');
    expect(onAccept.mock.calls).toEqual([
      ['primary', 'word 0'],
      ['secondary', 'word 1'],
      ['authors', 'Ana Roe'],
    ]);
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('word 2');
  });

  test('show a dozen with their counts, then the rest', () => {
    suggest(FOUND);
    expect(shown('建议的关键词')).toHaveLength(12);
    expect(shown('建议的关键词')[0]?.textContent).toMatch(/^word 0\s*20/);
    press('再看 2 个');
    expect(shown('建议的关键词')).toHaveLength(14);
  });

  test('leave the focus on what takes the place of the one that was used', () => {
    const { change } = suggest(FOUND);
    press('把 word 3 加到次要关键词');
    change({ ...FOUND, keywords: keywords.filter((_, at) => at !== 3) });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('把 word 4 加到次要关键词');
  });

  test.each<[Found | null, RegExp]>([
    [null, /^正在找…$/],
    [{ papers: 0, file: null, keywords: [], authors: [] }, /^收藏几篇论文之后/],
    [{ papers: 3, file: null, keywords: [], authors: [] }, /^从 3 篇收藏里找到.* 没有新的词。$/],
    [{ papers: 0, file: 'a.bib', keywords: [], authors: [] }, /^a\.bib 里没有读到带标题的文献.*没有改动/],
    [{ ...FOUND, file: 'a.bib' }, /^从 a\.bib 的 8 条文献里找到，数字是有几条写到。$/],
  ])('say where they are from: %j', (found, sentence) => {
    suggest(found);
    expect(screen.getByRole('status').textContent).toMatch(sentence);
  });

  test('of a file can be put away, those of saved papers not', () => {
    const { onClose } = suggest({ ...FOUND, file: 'a.bib' });
    press('收起 a.bib 的建议');
    expect(onClose).toHaveBeenCalledOnce();
    cleanup();
    suggest(FOUND);
    expect(screen.queryByRole('button', { name: /^收起/ })).toBeNull();
  });
});

test('what was done can be undone where there is a way', () => {
  const undo = vi.fn();
  render(<DoneLine words={words} done={{ text: '已加入。', undo }} />);
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(undo).toHaveBeenCalledOnce();
  cleanup();
  render(<DoneLine words={words} done={{ text: '读不了。', failed: true }} />);
  expect(screen.getByRole('status').textContent).toBe('读不了。');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a file is handed on, and can be chosen again', () => {
  const onFile = vi.fn();
  const { container } = render(<InterestFiles words={words} onFile={onFile} onExport={vi.fn()} />);
  const input = container.querySelector('input');
  if (!input) throw new Error('no field for files');
  const file = new File(['GAN'], 'words.txt');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
  expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
  expect(input.value).toBe('');
});
