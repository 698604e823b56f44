// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayPapers } from '@/components/popup/day-papers';
import type { DayEntry } from '@/core/library/day';
import type { ReportRecord } from '@/core/library/records';
import { popupWords } from '@/core/words/popup';
import { day, entry, report } from './samples';

afterEach(cleanup);

const words = popupWords.zh;
const now = Date.parse('2025-12-31T10:00+08:00');

function view(entries: DayEntry[], keywords: string[] = [], change: Partial<ReportRecord> = {}) {
  const rest = { keywords, marks: {}, now, language: 'zh', words, onSave: vi.fn(), onDismiss: vi.fn() } as const;
  return <DayPapers day={day(report({ entries, ...change }))} {...rest} />;
}

function show(...asked: Parameters<typeof view>) {
  render(view(...asked));
}

/** So many papers of a day, with what is changed of each. */
function papers(count: number, change: (at: number) => Partial<DayEntry> = () => ({})): DayEntry[] {
  return Array.from({ length: count }, (_, at) =>
    entry({ id: `2512.${10_000 + at}`, gist: `第 ${at} 篇。`, ...change(at) }),
  );
}

const rows = () => screen.queryAllByRole('listitem').length;
const folded = () => screen.queryAllByRole('button', { expanded: false }).map((button) => button.textContent);

describe('the papers of a day', () => {
  test('are all in sight where they are few, and nothing is folded', async () => {
    show(papers(60));
    await vi.waitFor(() => expect(rows()).toBe(60));
    expect(folded()).toEqual([]);
    expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
  });

  test('come with a first view, and the others of them after it', async () => {
    draw(view(papers(30)), document.body); // not the test library's, which waits for all effects
    expect(rows()).toBe(10);
    await vi.waitFor(() => expect(rows()).toBe(30));
    draw(null, document.body);
  });

  test('are folded where they are many, and drawn only as they are asked for', async () => {
    show(papers(500));
    await vi.waitFor(() => expect(rows()).toBe(60));
    expect(folded()).toEqual(['其余 440 篇展开']);
    fireEvent.click(screen.getByRole('button', { name: /其余/ }));
    const list = screen.getByRole('list', { name: '其余 440 篇' });
    const inList = () => within(list).getAllByRole('listitem').length;
    await vi.waitFor(() => expect(inList()).toBe(60));
    fireEvent.click(screen.getByRole('button', { name: '再显示 60 篇' }));
    expect(inList()).toBe(120);
    fireEvent.click(screen.getByRole('button', { name: /其余/ }));
    expect(rows()).toBe(60);
  });

  test('with one of the keywords stand alone in a long day, wherever the word stands', () => {
    const change: Partial<DayEntry>[] = [
      { title: 'Neural GANs' },
      { titleChinese: '一种 GAN' },
      { gist: 'GAN 的新用法。' },
    ];
    show(
      papers(100, (at) => change[at - 70] ?? { title: 'Organs' }),
      ['GAN'],
    );
    expect(screen.getAllByRole('listitem').map((row) => row.dataset['paper'])).toEqual([
      '2512.10070',
      '2512.10071',
      '2512.10072',
    ]);
    expect(folded()).toEqual(['其余 97 篇展开']);
  });

  test('that were there before are folded, and say when', () => {
    show(papers(3, (at) => (at === 1 ? { seenOn: '2025-06-19' } : {})));
    expect(rows()).toBe(2);
    expect(document.body.textContent).not.toContain('6 月 19 日');
    fireEvent.click(screen.getByRole('button', { name: /以前出现过 1 篇/, expanded: false }));
    const list = screen.getByRole('list', { name: '以前出现过 1 篇' });
    expect(list.textContent).toContain('第 1 篇。');
    expect(list.textContent).toContain('6 月 19 日出现过');
    expect(screen.getByRole('button', { name: /以前出现过 1 篇/ }).getAttribute('aria-expanded')).toBe('true');
  });

  test('leave no empty list where all were there before', () => {
    show(papers(2, () => ({ seenOn: '2025-06-19' })));
    expect(screen.queryByRole('list')).toBeNull();
    expect(folded()).toEqual(['以前出现过 2 篇展开']);
  });

  test('without an analysis stand last', () => {
    show(papers(3, (at) => (at === 0 ? { basis: null, failed: true } : {})));
    const last = screen.getAllByRole('listitem').at(-1);
    expect(last?.dataset['paper']).toBe('2512.10000');
    expect(last?.textContent).toContain('暂无解读');
  });

  test.each<[string, Partial<ReportRecord>, string]>([
    ['a weekend', { date: '2025-12-28', id: '2025-12-28|A' }, '周末无公告，这一天没有论文。'],
    ['a holiday', { date: '2025-12-26', id: '2025-12-26|A' }, '节假日无公告，这一天没有论文。'],
    ['any other day', {}, '这一天没有论文。'],
    ['no day', { date: null, id: '0000-00-00|A' }, '这份日报里没有论文。'],
  ])('are not there on %s', (_, change, text) => {
    show([], [], change);
    expect(document.body.textContent).toBe(text);
  });
});
