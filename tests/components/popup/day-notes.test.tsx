// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { DayNotes } from '@/components/popup/day-notes';
import type { MissingDay, SilentFeed } from '@/core/announcements/today';
import type { Language } from '@/core/settings';
import { popupWords } from '@/core/words/popup';

afterEach(cleanup);

const now = Date.parse('2025-12-31T10:00+08:00');

function show(
  missing: MissingDay | null,
  silent: SilentFeed[] = [],
  language: Language = 'zh',
  isFull = false,
): string[] {
  const given = { missing, silent, isFull, now, language, words: popupWords[language] };
  render(<DayNotes {...given} />);
  return screen.queryAllByRole('listitem').map((item) => item.textContent ?? '');
}

describe('what is missing of a day', () => {
  test.each<[MissingDay, string]>([
    [{ date: '2025-12-31', reason: { kind: 'holiday' } }, '今天没有日报：节假日无公告'],
    [
      { date: '2025-12-31', reason: { kind: 'not-yet', expectedAt: now + 2 * 60 * 60 * 1000 } },
      '今天没有日报：尚未发布（预计北京时间 12:00 后更新）',
    ],
    [{ date: '2025-12-30', reason: { kind: 'offline', host: 'a.example' } }, '12 月 30 日没有日报：连不上 a.example'],
  ])('is said with its reason: %j', (missing, text) => expect(show(missing)).toEqual([text]));

  test('is said in English', () => {
    expect(show({ date: '2025-12-31', reason: { kind: 'feed-late' } }, [], 'en')[0]).toMatch(
      /^No report for today: the feed has not/,
    );
  });

  test('names silent feeds, and leads to their pages', () => {
    expect(show(null, [{ id: 'a/b', name: '甲', days: 3 }])).toEqual(['“甲”已连续 3 个公告日没有更新']);
    expect(screen.getByRole('link').getAttribute('href')).toBe('library.html#/feeds/a%2Fb');
  });

  test('says first that the disk is full, also where no day is missing', () => {
    const [said, ...more] = show(null, [], 'zh', true);
    expect(said).toMatch(/^磁盘空间不够.*没有受影响.*请腾出一些空间。$/);
    expect(more).toEqual([]);
    cleanup();
    expect(show({ date: '2025-12-31', reason: { kind: 'full' } }, [], 'en', true)).toEqual([
      expect.stringMatching(/^The disk is full/),
      'No report for today: the disk is full',
    ]);
  });

  test('is not there when nothing is missing', () => {
    show(null);
    expect(document.body.textContent).toBe('');
  });
});
