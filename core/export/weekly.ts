import { isRealAnalysis } from '../library/real-analysis';
import type { LibraryPaper } from '../library/records';
import { buildGuide } from '../guide/build';
import { renderMarkdown } from '../render/markdown';
import { renderTexText } from '../render/tex-text';
import type { Tree } from '../render/tree';
import type { Language } from '../settings';
import { copyingWords } from '../words/copying';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { fill } from '../words/words';
import { type WeeklyWords, weeklyWords } from '../words/weekly';
import { titleOf } from './facts';
import { html, markup, type Markup } from './html';
import { HTML_FOOT, writeHtmlHead } from './html-page';
import { escapeMarkdown, linkMarkdown, nestMarkdown } from './markdown-text';
import { paperHref } from './paper-links';
import type { Week, WeekInput } from './week';

/** One paper of a week, as it is listed. */
export interface WeeklyPaper {
  id: string;
  /** With its TeX. */
  title: string;
  titleTree: Tree[];
  titleChinese: string;
  href: string | null;
  gist: string;
  /** What happened to it: 收藏, 读过. */
  marks: string[];
  /** Markdown; '' for none. */
  note: string;
  noteTree: Tree[];
}

export interface WeeklyReport {
  week: Week;
  title: string;
  account: string;
  empty: boolean;
  groups: { name: string; papers: WeeklyPaper[] }[];
  reports: { name: string; papers: WeeklyPaper[] }[];
}

function gistOf({ paper, analyses }: LibraryPaper, language: Language): string {
  const analysis = analyses.find(isRealAnalysis);
  if (!analysis) return '';
  return buildGuide(analysis, { ...paper, abstract: '' }, { words: panelWords[language] }).gist;
}

/** Papers that happened in the week under their first tag, or their category; the largest group first, the rest last. */
function groupOf({ paper, saved }: LibraryPaper, words: WeeklyWords): string {
  const [tag] = saved?.tags ?? [];
  return tag === undefined ? (paper.categories[0] ?? words.untagged) : `#${tag}`;
}

function titleWord(later: number, words: WeeklyWords): string {
  if (later === 0) return words.title;
  return later === -1 ? words.titleLast : words.titleEarlier;
}

/**
 * A week of a reader's, ready to be shown, copied or saved.
 *
 * @param later weeks from this one: 0, or below for earlier ones.
 */
export function toWeekly(input: WeekInput, later: number, language: Language): WeeklyReport {
  const { week, saved, read, noted, reports } = input;
  const words = weeklyWords[language];
  const sets: [mark: string, ids: Set<string>][] = [
    [words.saved, new Set(saved.map(({ paper }) => paper.id))],
    [words.read, new Set(read.map(({ paper }) => paper.id))],
  ];
  const toPaper = (each: LibraryPaper, note: string): WeeklyPaper => ({
    id: each.paper.id,
    title: titleOf(each.paper),
    titleTree: renderTexText(titleOf(each.paper)),
    titleChinese: each.paper.titleChinese?.replace(/\s+/g, ' ').trim() ?? '',
    href: paperHref({ id: each.paper.id, version: null }),
    gist: gistOf(each, language),
    marks: sets.flatMap(([mark, ids]) => (ids.has(each.paper.id) ? mark : [])),
    note,
    noteTree: renderMarkdown(note),
  });
  const all = new Map([...saved, ...read, ...noted].map((each) => [each.paper.id, each]));
  const groups = new Map<string, WeeklyPaper[]>();
  for (const each of all.values()) {
    const name = groupOf(each, words);
    groups.set(name, [...(groups.get(name) ?? []), toPaper(each, each.saved?.note.trim() ?? '')]);
  }
  const rank = (name: string) => (name === words.untagged ? 0 : (groups.get(name)?.length ?? 0));
  const papers = reports.reduce((sum, { count }) => sum + count, 0);
  const counts = { saved: saved.length, read: read.length, noted: noted.length, reports: reports.length, papers };
  const empty = all.size === 0 && reports.length === 0;
  return {
    week,
    title: `${titleWord(later, words)} ${week.name}`,
    account: empty ? words.nothing : fill(words.account, counts),
    empty,
    groups: [...groups]
      .map(([name, each]) => ({ name, papers: each }))
      .toSorted((one, other) => rank(other.name) - rank(one.name)),
    reports: reports.map(({ date, source, count, chosen }) => ({
      name: fill(words.report, { date, source, n: count }),
      papers: chosen.map((each) => toPaper(each, '')),
    })),
  };
}

function toItem({ title, titleChinese, href, gist, marks, note }: WeeklyPaper): string {
  const name = href === null ? escapeMarkdown(title) : linkMarkdown(escapeMarkdown(title), href);
  const parts = [`**${name}**`, escapeMarkdown(titleChinese), marks.length > 0 ? `（${marks.join('、')}）` : ''];
  const lines = [`- ${parts.filter(Boolean).join(' ')}`];
  if (gist) lines.push(`  ${escapeMarkdown(gist)}`);
  // A quotation in the item: whatever the note holds stays inside of it.
  if (note)
    lines.push(
      '',
      ...nestMarkdown(note, 4)
        .split('\n')
        .map((line) => `  > ${line}`.trimEnd()),
      '',
    );
  return lines.join('\n');
}

/** A week as Markdown. */
export function toWeeklyMarkdown({ week, title, account, groups, reports }: WeeklyReport, language: Language): string {
  const words = weeklyWords[language];
  const blocks = [`# ${title}`, `${fill(words.days, { from: week.from, to: week.to })}\n\n${escapeMarkdown(account)}`];
  const section = ({ name, papers }: WeeklyReport['groups'][number], mark: string) => {
    blocks.push(`${mark} ${escapeMarkdown(name)}`);
    if (papers.length > 0) blocks.push(papers.map(toItem).join('\n'));
  };
  for (const group of groups) section(group, '##');
  if (reports.length > 0) blocks.push(`## ${words.chosen}`);
  for (const report of reports) section(report, '###');
  if ([...groups, ...reports].some(({ papers }) => papers.some(({ gist }) => gist)))
    blocks.push('---', escapeMarkdown(exportWords[language].footer));
  return `${blocks.join('\n\n')}\n`;
}

function writePapers(papers: readonly WeeklyPaper[]): Markup {
  if (papers.length === 0) return html``;
  const items = papers.map(({ titleTree, titleChinese, href, gist, marks, noteTree }) => {
    const name = markup(titleTree);
    return html`<li>
      <strong lang="en">${href === null ? name : html`<a href="${href}">${name}</a>`}</strong>${
        titleChinese === '' ? '' : html` ${titleChinese}`
      }${marks.length === 0 ? '' : html` <small>${marks.join('、')}</small>`}${gist === '' ? '' : html`<br />${gist}`}${
        noteTree.length === 0 ? '' : html`<blockquote>${markup(noteTree)}</blockquote>`
      }
    </li>`;
  });
  return html`<ul>
    ${items}
  </ul>`;
}

/** A week as HTML: for the clipboard alone, and as a file of its own. */
export function toWeeklyHtml(report: WeeklyReport, language: Language): { fragment: string; page: string } {
  const words = weeklyWords[language];
  const { week, title, account, groups, reports } = report;
  const body = html`<h1>${title}</h1>
    <p>${fill(words.days, { from: week.from, to: week.to })}</p>
    <p>${account}</p>
    ${groups.map(
      ({ name, papers }) =>
        html`<h2>${name}</h2>
          ${writePapers(papers)}`,
    )}
    ${reports.length === 0 ? '' : html`<h2>${words.chosen}</h2>`}
    ${reports.map(
      ({ name, papers }) =>
        html`<h3>${name}</h3>
          ${writePapers(papers)}`,
    )}
    <p class="small">${exportWords[language].footer}</p>`;
  const made = html`<p class="small">${copyingWords[language].made}</p>`;
  return { fragment: body.text, page: writeHtmlHead(title, language) + body.text + made.text + HTML_FOOT };
}
