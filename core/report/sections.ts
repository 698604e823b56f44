import { isSmallTalk } from '../guide/small-talk';
import type { Section } from '../paper';
import { findHeadings } from './headings';
import { findMainHeadings, type Meaning } from './main-headings';
import { dividingPartOf, partOf } from './parts';
import { isBlank, isRule } from './source';

/** A cut of a generated text; `kind` tells text that stands under no heading apart. */
export interface Cut {
  title: string;
  markdown: string;
  kind: 'section' | 'lead' | 'talk' | 'closing';
}

/** Cuts an analysis into sections with their parts. Their titles and texts together are the whole text but rules and blanks. */
export function splitAnalysis(markdown: string): Section[] {
  return cutText(markdown, dividingPartOf).map(({ title, markdown: text, kind }): Section => {
    const part = kind === 'section' ? partOf(title) : kind === 'closing' ? 'conclusion' : 'other';
    return { part, title, markdown: text };
  });
}

/** Real texts have up to 50,000 characters; of what is longer by far no sections are looked for. */
const MOST_DIVIDED = 1_000_000;

/** Cuts a generated text at its main headings; what the model says to whoever asked, and a closing word, are cuts of their own. */
export function cutText(markdown: string, meaningOf: Meaning): Cut[] {
  if (markdown.length > MOST_DIVIDED) return [{ title: '', markdown, kind: 'lead' }];
  const lines = markdown.split('\n');
  const main = findMainHeadings(findHeadings(lines), lines, meaningOf);
  const cuts: Cut[] = [];
  const lead = lines.slice(0, main[0]?.line ?? lines.length);
  if (main.length > 0) cuts.push(...cutLead(lead));
  for (const [index, heading] of main.entries()) {
    const body = lines.slice(heading.line + 1, main[index + 1]?.line ?? lines.length);
    const inList = heading.form === 'bullet' || heading.form === 'ordered';
    const text = trimLines([heading.rest, ...(inList ? dedent(body) : body)]);
    cuts.push({ title: heading.title, markdown: text, kind: 'section' });
  }
  const last = cuts.pop();
  if (main.length > 0) return last ? [...cuts, ...cutEnd(last)] : cuts;
  const prose = cutLead(lines);
  const rest = prose.pop();
  return rest ? [...prose, ...cutEnd(rest)] : prose;
}

/** Text in front of the first heading: the model's opening, then the rest. */
function cutLead(lines: readonly string[]): Cut[] {
  const paragraphs = toParagraphs(lines);
  let talk = 0;
  while (talk < paragraphs.length && talk < 2 && isSmallTalk(paragraphs[talk]?.join('\n') ?? '')) talk += 1;
  return [
    { title: '', markdown: joinParagraphs(paragraphs.slice(0, talk)), kind: 'talk' as const },
    { title: '', markdown: joinParagraphs(paragraphs.slice(talk)), kind: 'lead' as const },
  ].filter((cut) => cut.markdown !== '');
}

const CLOSING =
  /^(?:\*\*)?(?:总而言之|总的来说|总的来看|总体而言|总体来说|总体来看|总体上|综上所述|综上|总之|总结来说|总结而言|总结一下|简而言之|概括来说|概括而言|概言之|整体而言|整体来看|In (?:summary|conclusion|short)|To (?:summarize|conclude|sum up)|Overall|All in all)/i;

/** Parts a closing paragraph (总而言之…) and the model's farewell from the last section. */
function cutEnd(last: Cut): Cut[] {
  const paragraphs = toParagraphs(last.markdown.split('\n'));
  const least = last.kind === 'section' && last.title !== '' ? 0 : 1;
  let talk = paragraphs.length;
  while (talk > 1 && isSmallTalk(paragraphs[talk - 1]?.join('\n') ?? '')) talk -= 1;
  let closing = talk;
  for (let at = talk - 1; at >= Math.max(1, least, talk - 3); at -= 1) {
    if (CLOSING.test(paragraphs[at]?.[0] ?? '')) closing = at;
  }
  return [
    { ...last, markdown: joinParagraphs(paragraphs.slice(0, closing)) },
    { title: '', markdown: joinParagraphs(paragraphs.slice(closing, talk)), kind: 'closing' as const },
    { title: '', markdown: joinParagraphs(paragraphs.slice(talk)), kind: 'talk' as const },
  ].filter((cut) => cut.title !== '' || cut.markdown !== '');
}

/** Paragraphs with the blank lines behind them; what is indented or fenced stays with what it follows. */
function toParagraphs(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let fenced = false;
  let blankBefore = true;
  for (const line of lines) {
    const blank = isBlank(line);
    if (blankBefore && !blank && !fenced && !/^[ \t]/.test(line)) paragraphs.push([line]);
    else if (paragraphs.length > 0) paragraphs.at(-1)?.push(line);
    else if (!blank) paragraphs.push([line]);
    if (/^\s{0,12}(?:```|~~~)/.test(line)) fenced = !fenced;
    blankBefore = blank;
  }
  return paragraphs;
}

function joinParagraphs(paragraphs: readonly (readonly string[])[]): string {
  return trimLines(paragraphs.flat());
}

/** Lines as text, without blank lines and rules at both ends. */
function trimLines(lines: readonly string[]): string {
  let from = 0;
  let to = lines.length;
  while (from < to && isEmptyOrRule(lines[from])) from += 1;
  while (to > from && isEmptyOrRule(lines[to - 1])) to -= 1;
  return lines.slice(from, to).join('\n').trimEnd();
}

function isEmptyOrRule(line: string | undefined): boolean {
  return isBlank(line) || isRule(line ?? '');
}

/** Takes off the indentation that a list item's text has in common. */
function dedent(lines: readonly string[]): string[] {
  let common = 8;
  for (const line of lines) if (line.trim() !== '') common = Math.min(common, line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(common, line.length - line.trimStart().length)));
}
