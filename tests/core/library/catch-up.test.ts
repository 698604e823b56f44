import { describe, expect, test } from 'vitest';
import { groupMissed, missedDays, nameDays } from '@/core/library/catch-up';
import { ownReportId } from '@/core/library/own-report';
import { entry, report } from '../../components/popup/samples';

const beijing = (time: string) => Date.parse(`${time}+08:00`);
const SINCE = beijing('2026-11-23T20:00');

function dayReport(date: string, ids: string[], importedAt = beijing(`${date}T13:40`), title = 'A') {
  const entries = ids.map((id) => entry({ id }));
  return report({ id: `${date}|${title}`, date, title, entries, importedAt });
}

describe('missedDays', () => {
  test.each([
    ['the days from the last look to the newest day', '2026-11-27', '2026-11-27T14:00', '2026-11-23', '2026-11-26'],
    ['two weeks at most', '2027-01-10', '2027-01-11T10:00', '2026-12-28', '2027-01-09'],
  ])('are %s', (_, newest, now, from, to) => {
    expect(missedDays(SINCE, newest, beijing(now))).toEqual({ from, to });
  });

  test.each([
    ['the newest is the day of the last look', '2026-11-23'],
    ['the newest is older', '2026-11-20'],
    ['the newest is no day', '0000-00-00|X'],
  ])('are none when %s', (_, newest) => {
    expect(missedDays(SINCE, newest, beijing('2026-11-24T10:00'))).toBeNull();
  });
});

describe('groupMissed', () => {
  test('gives the days newest first, and of the day of the last look only what came later', () => {
    const days = groupMissed(
      [
        dayReport('2026-11-23', ['a'], beijing('2026-11-23T13:40')),
        dayReport('2026-11-24', ['b']),
        dayReport('2026-11-25', ['c']),
      ],
      SINCE,
      null,
    );
    expect(days.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-24']);
    const later = groupMissed([dayReport('2026-11-23', ['a'], beijing('2026-11-23T21:00'))], SINCE, null);
    expect(later.map(({ date }) => date)).toEqual(['2026-11-23']);
  });

  test('has each paper of a day once, without those that an earlier day had', () => {
    const first = dayReport('2026-11-24', ['a', 'b'], undefined, 'A');
    const second = dayReport('2026-11-24', ['b', 'c'], undefined, 'B');
    const known = { ...second, entries: second.entries.map((each) => ({ ...each, seenOn: '2026-11-20' })) };
    const ids = (reports: (typeof first)[]) =>
      groupMissed(reports, SINCE, null).map(({ entries }) => entries.map(({ id }) => id));
    expect(ids([first, second])).toEqual([['a', 'b', 'c']]);
    expect(ids([known])).toEqual([[]]);
  });

  test('of a long day gives what has a keyword, as the popup does', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `${at}`);
    const [day] = groupMissed([dayReport('2026-11-24', ids)], SINCE, ({ id }) => id === '150');
    expect(day?.entries.map(({ id }) => id)).toEqual(['150']);
  });

  test('knows a day of which a report was made here', () => {
    const own = { ...dayReport('2026-11-24', ['a']), id: ownReportId('2026-11-24') };
    const isOwn = (reports: (typeof own)[]) => groupMissed(reports, SINCE, null).map((day) => day.isOwn);
    expect(isOwn([own, dayReport('2026-11-25', ['b'])])).toEqual([false, true]);
  });
});

describe('nameDays', () => {
  const now = beijing('2026-12-05T10:00');
  test.each([
    [['2026-11-26', '2026-11-24'], '11 月 24–26 日', '24–26 Nov'],
    [['2026-11-26'], '11 月 26 日', '26 Nov'],
    [['2026-11-30', '2026-12-02'], '11 月 30 日–12 月 2 日', '30 Nov–2 Dec'],
    [['2025-12-30', '2025-12-31'], '2025 年 12 月 30–31 日', '30–31 Dec 2025'],
    [[], '', ''],
  ])('says %j', (dates, zh, en) => {
    expect(nameDays(dates, now, 'zh')).toBe(zh);
    expect(nameDays(dates, now, 'en')).toBe(en);
  });
});
