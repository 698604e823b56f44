import { describe, expect, test } from 'vitest';
import type { DailyOutcome } from '@/core/daily/daily-tools';
import { type Call, idOf, type Kill, MadeDay, type Say, sayWell } from './made-day';

/** What a killed run loses though it was had already: an answer that was not kept yet. */
const LOSES: Readonly<Record<Kill['when'], readonly Call[]>> = { before: ['keep', 'write'], after: ['ask', 'fetch'] };

/** A day that needs all there is: a batch asked for twice, one that gives nothing, a paper that fails. */
const sayWithGaps: Say = (asked, count) => {
  if (asked.kind === 'scores' && asked.ids.includes(idOf(39))) return '我不知道。';
  if (asked.kind === 'scores' && asked.ids.length > 5) return sayWell({ ...asked, ids: asked.ids.slice(1) }, count);
  return sayWell(asked, count);
};
const sayNoOverview: Say = (asked, count) => (asked.kind === 'overview' ? '' : sayWithGaps(asked, count));

function dayOf(say: Say): MadeDay {
  const day = new MadeDay();
  day.say = say;
  day.failing = (id) => (id === idOf(11) ? 'model-filter' : null);
  return day;
}

const reportOf = (outcome: DailyOutcome) => (outcome.kind === 'made' ? outcome.report : null);
const endsOf = (day: MadeDay) => day.progress.papers?.map(({ id, state, error }) => ({ id, state, error }));
const sumOf = (day: MadeDay) => ({
  requests: day.asked.length,
  asked: day.arxiv.asked.length,
});

describe.each([
  ['with gaps', sayWithGaps],
  ['without an overview', sayNoOverview],
])('a day %s whose worker dies', (_, say) => {
  test('at any of its calls ends in the same report, and nothing is paid twice but what was on its way', async () => {
    const whole = dayOf(say);
    const report = reportOf(await whole.run());
    const { calls } = whole;
    expect(calls.length).toBeGreaterThan(30);
    for (const when of ['before', 'after'] as const) {
      for (const [at, call] of calls.entries()) {
        const day = dayOf(say);
        const where = `${when} call ${at}, ${call}`;
        await expect(day.run({ at, when }), where).rejects.toThrow('killed');
        expect(reportOf(await day.run()), where).toEqual(report);
        const lost = LOSES[when].includes(call) ? 1 : 0;
        const [had, wanted] = [sumOf(day), sumOf(whole)];
        expect(had.requests + had.asked, where).toBeLessThanOrEqual(wanted.requests + wanted.asked + lost);
        expect(day.paid.toSorted(), where).toEqual(whole.paid.toSorted());
        expect(endsOf(day), where).toEqual(endsOf(whole));
      }
    }
  });

  test('again and again, a few calls on each time, ends in the same report', async () => {
    const whole = dayOf(say);
    const report = reportOf(await whole.run());
    for (const lives of [9, 12, 17]) {
      const day = dayOf(say);
      let made: DailyOutcome | null = null;
      let deaths = 0;
      while (!made) {
        expect(deaths).toBeLessThan(60);
        made = await day.run({ at: lives, when: 'after' }).catch(() => null);
        if (!made) deaths += 1;
      }
      expect(deaths).toBeGreaterThan(1);
      expect(reportOf(made)).toEqual(report);
      expect(day.paid.toSorted()).toEqual(whole.paid.toSorted());
      expect(day.asked.length).toBeLessThanOrEqual(whole.asked.length + deaths);
    }
  });
});
