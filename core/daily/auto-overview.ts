import { escapeMarkdown } from '../export/markdown-text';
import { toKeywordTest } from '../keywords';
import type { Summary } from '../paper';
import { renderTexText } from '../render/tex-text';
import { plainText } from '../render/text';
import { readSummary } from '../report/summary';
import { dailyWords } from '../words/daily';
import { fill } from '../words/words';
import type { AnnouncedPaper } from './announced-paper';
import { findCode, findVenue } from './mentions';
import { keySentencesOf } from './to-paper';
import { countTopics } from './topics';

interface AutoOverviewParts {
  /** YYYY-MM-DD. */
  date: string;
  /** Those that the reader follows, in order. */
  categories: readonly string[];
  /** All that was announced in them. */
  announced: readonly AnnouncedPaper[];
  /** The papers of the report, in its order; only these are named. */
  chosen: readonly AnnouncedPaper[];
  /** Those that were left out. */
  rest: readonly AnnouncedPaper[];
  /** The reader's keywords, in no particular order. */
  keywords: readonly string[];
}

const MOST_TOPICS = 12;
const MOST_KEYWORDS = 12;
const MOST_NAMED = 5;

/**
 * 今日概览 without a model: what can be counted and quoted, and nothing else. In Chinese, for that is what reports are in; the
 * first line says that it is statistics.
 */
export function autoOverview(parts: AutoOverviewParts): Summary {
  const { chosen } = parts;
  const words = dailyWords.zh;
  const blocks = chosen.length === 0 ? [emptyLine(parts)] : overviewBlocks(parts);
  const markdown = [words.auto, ...blocks].join('\n\n');
  const summary = readSummary(markdown, chosen.length) ?? { markdown, sections: [], invented: false };
  return { ...summary, invented: false };
}

function emptyLine({ announced }: AutoOverviewParts): string {
  const words = dailyWords.zh;
  return announced.length === 0 ? words.nothingAnnounced : fill(words.nothingChosen, { n: announced.length });
}

function overviewBlocks({ date, categories, announced, chosen, rest, keywords }: AutoOverviewParts): string[] {
  const words = dailyWords.zh;
  const titles = announced.map(({ title }) => plain(title));
  const topics = countTopics(titles, MOST_TOPICS).map(({ phrase, count }) =>
    fill(words.times, { what: escapeMarkdown(phrase), n: count }),
  );
  const named = fill(words.counted, { date, n: announced.length, chosen: chosen.length, rest: rest.length });
  return [
    section(words.headCounts, [named, list(categoryLines(categories, announced))]),
    section(words.headKeywords, [list(keywordLines(keywords, announced))]),
    section(words.headTopics, [topics.length > 0 ? fill(words.topicsOf, { n: announced.length }) : '', list(topics)]),
    section(words.headPapers, [list(chosen.slice(0, MOST_NAMED).map(paperLine))]),
    section(words.headCode, [list(chosen.flatMap(codeLine))]),
    section(words.headVenues, [list(chosen.flatMap(venueLine))]),
  ].filter((block) => block !== '');
}

/** Nothing where there is nothing to say. */
function section(title: string, blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? '' : [`### ${title}`, ...filled].join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function categoryLines(categories: readonly string[], announced: readonly AnnouncedPaper[]): string[] {
  const words = dailyWords.zh;
  return [...new Set(categories)].map((category) => {
    const listed = announced.filter((paper) => paper.categories.includes(category));
    const primary = listed.filter((paper) => paper.categories[0] === category).length;
    const cross = listed.length - primary;
    return fill(cross > 0 ? words.categoryCross : words.category, { category, n: primary, cross });
  });
}

function keywordLines(keywords: readonly string[], announced: readonly AnnouncedPaper[]): string[] {
  const counted = [...new Set(keywords)].flatMap((keyword) => {
    const has = toKeywordTest([keyword]);
    const count = has ? announced.filter(({ title, abstract }) => has(`${title}\n${abstract}`)).length : 0;
    return count > 0 ? [{ keyword, count }] : [];
  });
  return counted
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_KEYWORDS)
    .map(({ keyword, count }) => fill(dailyWords.zh.times, { what: escapeMarkdown(keyword), n: count }));
}

function paperLine({ title, abstract }: AnnouncedPaper): string {
  const [sentence] = keySentencesOf(abstract);
  if (sentence === undefined) return quoted(title);
  return fill(dailyWords.zh.paper, { title: quoted(title), sentence: quoted(sentence) });
}

function codeLine({ title, abstract, comments }: AnnouncedPaper): string[] {
  const url = findCode({ abstract, comments })?.url ?? null;
  if (url === null) return [];
  const { host, pathname } = new URL(url);
  return [fill(dailyWords.zh.mention, { title: quoted(title), what: `[${escapeMarkdown(host + pathname)}](${url})` })];
}

function venueLine({ title, comments }: AnnouncedPaper): string[] {
  const { kind, value } = findVenue(comments) ?? { kind: 'venue', value: '' };
  if (value === '') return [];
  const venue = escapeMarkdown(value);
  const what = kind === 'workshop' ? fill(dailyWords.zh.workshopOf, { venue }) : venue;
  return [fill(dailyWords.zh.mention, { title: quoted(title), what })];
}

function plain(text: string): string {
  return plainText(renderTexText(text)).replace(/\s+/g, ' ').trim();
}

/** Marks of quotes within would end the quote. */
function quoted(text: string): string {
  const inner = plain(text).replace(/[“”]/g, '"').replaceAll('`', "'");
  return `“${escapeMarkdown(inner)}”`;
}
