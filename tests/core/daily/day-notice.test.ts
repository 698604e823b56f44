import { describe, expect, test } from 'vitest';
import { type DayFacts, findDayNotice } from '@/core/daily/day-notice';

const beijing = (time: string) => Date.parse(`${time}+08:00`);
/** A Wednesday; arXiv announced it at nine in the morning. */
const WEDNESDAY = '2026-11-18';

function facts(time: string, change: Partial<DayFacts> = {}): DayFacts {
  return {
    settings: { categories: ['cs.CV'], daily: true, dailyMinutes: 13 * 60 + 30 },
    next: { date: WEDNESDAY, at: beijing(`${WEDNESDAY}T13:37`) },
    triedAt: null,
    newest: '2026-11-17',
    hasFeeds: false,
    now: beijing(time),
    ...change,
  };
}

const off = (categories: string[] = ['cs.CV']) => ({ categories, daily: false, dailyMinutes: 0 });

describe('findDayNotice', () => {
  test('tells when today comes, by the hour that the reader set, and that it can be made once it is announced', () => {
    const at = beijing(`${WEDNESDAY}T13:30`);
    expect(findDayNotice(facts(`${WEDNESDAY}T08:00`))).toEqual({
      kind: 'expected',
      date: WEDNESDAY,
      at,
      ready: false,
    });
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`))).toEqual({ kind: 'expected', date: WEDNESDAY, at, ready: true });
  });

  test('tells the very time where something other than chance puts it off', () => {
    const at = beijing(`${WEDNESDAY}T15:00`);
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`, { next: { date: WEDNESDAY, at } }))).toMatchObject({ at });
  });

  test('says that a day is late once it was asked for in vain, not because it was tried before its hour', () => {
    const next = { date: WEDNESDAY, at: beijing(`${WEDNESDAY}T14:40`) };
    const late = { next, triedAt: beijing(`${WEDNESDAY}T13:40`) };
    expect(findDayNotice(facts(`${WEDNESDAY}T13:50`, late))).toMatchObject({ kind: 'late', at: next.at });
    const early = { ...late, triedAt: beijing(`${WEDNESDAY}T10:00`) };
    expect(findDayNotice(facts(`${WEDNESDAY}T13:50`, early))).toMatchObject({ kind: 'expected' });
    // A clock that was set back since.
    const ahead = { ...late, triedAt: beijing(`${WEDNESDAY}T16:00`) };
    expect(findDayNotice(facts(`${WEDNESDAY}T13:50`, ahead))).toMatchObject({ kind: 'expected' });
  });

  test('names the weekend and arXiv’s holidays, and leaves them to the feeds where there are some', () => {
    const monday = { date: '2026-11-23', at: beijing('2026-11-23T13:37') };
    const weekend = facts('2026-11-21T10:00', { next: monday });
    expect(findDayNotice(weekend)).toEqual({ kind: 'closed', reason: 'weekend', at: beijing('2026-11-23T13:30') });
    expect(findDayNotice({ ...weekend, hasFeeds: true })).toBeNull();
    const after = { date: '2026-11-30', at: beijing('2026-11-30T13:37') };
    expect(findDayNotice(facts('2026-11-27T15:00', { next: after }))).toMatchObject({
      kind: 'closed',
      reason: 'holiday',
    });
  });

  test('says nothing once today is there', () => {
    const thursday = { date: '2026-11-19', at: beijing('2026-11-19T13:37') };
    expect(findDayNotice(facts(`${WEDNESDAY}T15:00`, { next: thursday, newest: WEDNESDAY }))).toBeNull();
  });

  test('offers the newest announced day where none comes by itself, unless there is a report of it', () => {
    const settings = off();
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`, { settings, next: null }))).toEqual({
      kind: 'offer',
      date: WEDNESDAY,
    });
    expect(findDayNotice(facts(`${WEDNESDAY}T08:00`, { settings, next: null, newest: null }))).toEqual({
      kind: 'offer',
      date: '2026-11-17',
    });
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`, { settings, next: null, newest: WEDNESDAY }))).toBeNull();
  });

  test('asks for categories, but not where reports come from feeds', () => {
    const settings = off([]);
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`, { settings, next: null }))).toEqual({ kind: 'categories' });
    expect(findDayNotice(facts(`${WEDNESDAY}T10:00`, { settings, next: null, hasFeeds: true }))).toBeNull();
  });
});
