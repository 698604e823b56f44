import type { Paper } from '@/core/paper';
import { formatReport } from '@/core/report/format';

const DAY_MILLISECONDS = 24 * 3_600_000;
const BEIJING_AHEAD_MILLISECONDS = 8 * 3_600_000;

/** The last so many days in Beijing, the newest first; without weekends where a feed has none. */
export function lastDays(count: number, weekdaysOnly = false): string[] {
  const days: string[] = [];
  for (let at = Date.now() + BEIJING_AHEAD_MILLISECONDS; days.length < count; at -= DAY_MILLISECONDS) {
    const day = new Date(at);
    if (!weekdaysOnly || day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

/** A day's report of these papers in Markdown. */
export function reportOf(date: string, papers: readonly Paper[]): string {
  const title = `Arxiv Computer Vision Papers - ${date}`;
  const summary = { markdown: '今天有几篇关于地图的论文。', sections: [], invented: false };
  return formatReport({ kind: 'report', date, title, summary, papers: [...papers], layout: null });
}

/** A day file of daily-arXiv-ai-enhanced with these papers; the last one's analysis has failed. */
export function dayFileOf(papers: readonly Paper[]): string {
  const rows = papers.map(({ id, title, authors, abstract, categories }, index) => ({
    id,
    title,
    authors,
    categories,
    abs: `https://arxiv.org/abs/${id}`,
    pdf: `https://arxiv.org/pdf/${id}`,
    comment: null,
    summary: abstract,
    AI:
      index === papers.length - 1
        ? {
            tldr: 'Summary generation failed',
            motivation: 'Motivation analysis unavailable',
            method: 'Method extraction failed',
            result: 'Result analysis unavailable',
            conclusion: 'Conclusion extraction failed',
          }
        : {
            tldr: `另一份源说的第 ${index + 1} 篇。`,
            motivation: '画地图太慢。',
            method: '一次画完。',
            result: '快了 20 倍。',
            conclusion: '可以一试。',
          },
  }));
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** arXiv's RSS of a day, as far as Daodu reads it. */
export function rssOf(date: string, category: string, ids: readonly string[]): string {
  const day = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 16);
  const items = ids.map(
    (id) => `<item><title>Paper ${id}</title><link>https://arxiv.org/abs/${id}</link>
      <description>arXiv:${id}v1 Announce Type: new
Abstract: A paper.</description><guid isPermaLink="false">oai:arXiv.org:${id}v1</guid>
      <category>${category}</category><arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>A. Author</dc:creator></item>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>${category} updates on arXiv.org</title><link>http://rss.arxiv.org/rss/${category}</link>
<pubDate>${day} 00:00:00 -0500</pubDate>
<skipDays><day>Sunday</day><day>Saturday</day></skipDays>
${items.join('\n')}
</channel></rss>`;
}
