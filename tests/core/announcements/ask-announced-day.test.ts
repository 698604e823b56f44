import { describe, expect, test } from 'vitest';
import { askAnnouncedDay } from '@/core/announcements/ask-announced-day';
import { askAnnounced } from '@/core/daily/ask-announced';
import { papersOf, recordsOf, rssOf } from '../../arxiv-days';
import { GivenArxiv } from '../daily/asked';

const DATE = '2026-12-03';
const NEXT = '2026-12-04';
const BOTH = ['cs.RO', 'cs.CV'];
const RSS = '/rss/cs.CV+cs.RO';
const query = { date: DATE, categories: BOTH };

function arxivAt(now: string, date = DATE): GivenArxiv {
  const arxiv = new GivenArxiv().at(now);
  arxiv.answers[RSS] = rssOf(date, BOTH);
  arxiv.answers['/api'] = recordsOf([], 0);
  return arxiv;
}

const items = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `<item><title>T</title><guid>oai:arXiv.org:2612.${String(index).padStart(5, '0')}v1</guid>
      <description>Abstract: A</description><category>cs.CV</category>
      <arxiv:announce_type>new</arxiv:announce_type></item>`,
  ).join('');
const feedOf = (count: number) => `<rss xmlns:arxiv="a" version="2.0"><channel><title>x</title>
  <pubDate>Thu, 03 Dec 2026 00:00:00 -0500</pubDate>${items(count)}</channel></rss>`;

describe('what the account asks', () => {
  test('is the day’s feed, of which it keeps every paper', async () => {
    const arxiv = arxivAt('2026-12-03 13:30');
    const day = await askAnnouncedDay(query, arxiv.tools);
    expect(day).toMatchObject({ date: DATE, categories: BOTH, fetchedAt: arxiv.now });
    // A paper of two lists stands in the feed of both.
    expect([...new Set(day.items.map(({ id }) => id))]).toEqual(papersOf(DATE).map(({ id }) => id));
  });

  test('is not asked again by the report, nor the report’s by the account, even at the same moment', async () => {
    const arxiv = arxivAt('2026-12-03 13:30');
    const report = () => askAnnounced({ ...query, crossLists: false }, arxiv.tools);
    await Promise.all([report(), askAnnouncedDay(query, arxiv.tools), askAnnouncedDay(query, arxiv.tools)]);
    await report();
    expect(arxiv.paths.filter((path) => path === RSS)).toHaveLength(1);
  });

  test('is a feed that lags, hourly at most', async () => {
    const arxiv = arxivAt('2026-12-03 13:30', '2026-12-02');
    await expect(askAnnouncedDay(query, arxiv.tools)).rejects.toMatchObject({ code: 'arxiv-answer' });
    await expect(askAnnouncedDay(query, arxiv.at('2026-12-03 14:00').tools)).rejects.toMatchObject({
      code: 'arxiv-answer',
    });
    expect(arxiv.asked).toHaveLength(1);
    arxiv.at('2026-12-03 14:30').answers[RSS] = rssOf(DATE, BOTH);
    expect(await askAnnouncedDay(query, arxiv.tools)).toMatchObject({ date: DATE });
  });

  test('is told under the later day to which the feed has gone on', async () => {
    const arxiv = arxivAt('2026-12-04 13:30', NEXT);
    expect(await askAnnouncedDay(query, arxiv.tools)).toMatchObject({ date: NEXT });
    expect(await askAnnouncedDay({ ...query, date: NEXT }, arxiv.tools)).toMatchObject({ date: NEXT });
    expect(arxiv.asked).toHaveLength(1);
  });

  test('is asked for in halves where it is full, and is unknown where a half is', async () => {
    const arxiv = arxivAt('2026-12-03 13:30');
    arxiv.answers[RSS] = feedOf(2_000);
    arxiv.answers['/rss/cs.CV'] = feedOf(1_999);
    arxiv.answers['/rss/cs.RO'] = feedOf(3);
    expect((await askAnnouncedDay(query, arxiv.tools)).items).toHaveLength(2_002);
    arxiv.answers['/rss/cs'] = feedOf(2_000);
    await expect(askAnnouncedDay({ date: DATE, categories: ['cs'] }, arxiv.tools)).rejects.toMatchObject({
      code: 'arxiv-answer',
    });
  });
});
