import { describe, expect, test } from 'vitest';
import { type DayQuery, askKept, findKept } from '@/core/daily/kept-answer';
import { AppError } from '@/core/errors';
import { GivenArxiv } from './asked';

/** An answer that is nothing but its day. */
const query: DayQuery<string> = {
  date: '2026-12-03',
  url: 'https://rss.arxiv.org/x',
  kind: 'api',
  read: (text) => {
    if (!text.startsWith('2026-')) throw new AppError('arxiv-answer', 'no day');
    return text;
  },
  dayOf: (value) => value,
};
const later = { ...query, date: '2026-12-04' };

function given(answer: GivenArxiv['answers'][string]) {
  const arxiv = new GivenArxiv().at('2026-12-03 13:30');
  arxiv.answers['/x'] = answer;
  return arxiv;
}

const dies = (): string => {
  throw new Error('died');
};

describe('askKept', () => {
  test('asks once for an answer of the day, whenever it is wanted', async () => {
    const arxiv = given('2026-12-03');
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-03', againAt: null });
    arxiv.at('2026-12-09 20:00');
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-03', againAt: null });
    expect(await findKept(query, arxiv.cache)).toBe('2026-12-03');
    expect(arxiv.paths).toEqual(['/x']);
  });

  test('asks again an hour after an early answer, with its ETag, and takes a 304 for the same', async () => {
    const arxiv = given({ text: '2026-12-02', etag: '"a"' });
    const againAt = arxiv.now + 3_600_000;
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-02', againAt });
    arxiv.at('2026-12-03 14:29');
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-02', againAt });
    expect(arxiv.asked).toHaveLength(1);
    arxiv.at('2026-12-03 14:30').answers['/x'] = { status: 304 };
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-02', againAt: againAt + 3_600_000 });
    arxiv.at('2026-12-03 15:30').answers['/x'] = { text: '2026-12-03', etag: '"b"' };
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-03', againAt: null });
    expect(arxiv.asked.map(({ etag }) => etag)).toEqual([null, '"a"', '"a"']);
  });

  test.each([
    ['a status that is no answer', { status: 404, text: '2026-12-03' }],
    ['a 304 to a question without ETag', { status: 304 }],
    ['what cannot be read', { text: 'down', etag: '"a"' }],
  ])('fails on %s, asks an hour later at the soonest, and then without ETag', async (_, answer) => {
    const arxiv = given(answer);
    await expect(askKept(query, arxiv.tools)).rejects.toMatchObject({ code: 'arxiv-answer', retryAfterSeconds: 3_600 });
    arxiv.at('2026-12-03 14:20');
    await expect(askKept(query, arxiv.tools)).rejects.toMatchObject({ code: 'arxiv-answer', retryAfterSeconds: 600 });
    expect(await findKept(query, arxiv.cache)).toBeNull();
    expect(arxiv.asked).toHaveLength(1);
    arxiv.at('2026-12-03 14:30').answers['/x'] = '2026-12-03';
    expect(await askKept(query, arxiv.tools)).toMatchObject({ value: '2026-12-03' });
    expect(arxiv.asked[1]?.etag).toBeNull();
  });

  test('keeps nothing of a request without answer', async () => {
    const arxiv = given(new AppError('arxiv-offline', 'no'));
    await expect(askKept(query, arxiv.tools)).rejects.toMatchObject({ code: 'arxiv-offline' });
    expect(arxiv.cache.texts.size).toBe(0);
  });

  test('keeps an answer before it is read', async () => {
    const arxiv = given('2026-12-03');
    await expect(askKept({ ...query, read: dies }, arxiv.tools)).rejects.toThrow('died');
    expect(await askKept(query, arxiv.tools)).toMatchObject({ value: '2026-12-03' });
    expect(arxiv.asked).toHaveLength(1);
  });

  test('knows an answer of a later day again on that day', async () => {
    const arxiv = given('2026-12-04');
    expect(await askKept(query, arxiv.tools)).toEqual({ value: '2026-12-04', againAt: null });
    expect(await askKept(later, arxiv.tools)).toEqual({ value: '2026-12-04', againAt: null });
    expect(arxiv.asked).toHaveLength(1);
  });

  test('asks anew on another day, and when what was kept is broken', async () => {
    const arxiv = given('2026-12-03');
    await askKept(query, arxiv.tools);
    await askKept(later, arxiv.tools);
    for (const key of arxiv.cache.texts.keys()) arxiv.cache.texts.set(key, '{"at":17');
    await askKept(query, arxiv.tools);
    expect(arxiv.asked).toHaveLength(3);
  });

  test('asks once for two who want the same at the same moment, and again for the second where the first failed', async () => {
    const arxiv = given('2026-12-03');
    await Promise.all([askKept(query, arxiv.tools), askKept(query, arxiv.tools), askKept(later, arxiv.tools)]);
    expect(arxiv.asked).toHaveLength(2);
    const other = given(new AppError('arxiv-offline', 'no'));
    const [first, second] = [askKept(query, other.tools), askKept(query, other.tools)];
    await expect(first).rejects.toMatchObject({ code: 'arxiv-offline' });
    await expect(second).rejects.toMatchObject({ code: 'arxiv-offline' });
    expect(other.asked).toHaveLength(2);
  });

  test('does not wait for hours when the clock was set back', async () => {
    const arxiv = given('2026-12-02');
    await askKept(query, arxiv.tools);
    arxiv.at('2026-12-01 00:00').answers['/x'] = '2026-12-03';
    expect(await askKept(query, arxiv.tools)).toMatchObject({ value: '2026-12-03' });
  });
});
