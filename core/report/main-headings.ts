import { FORMS, type Form, type Heading } from './headings';

/** What a title is about, in words of the caller's; null when it tells nothing. */
export type Meaning = (title: string) => string | null;

/** Meanings that a heading behind the numbered ones may have and still be a main one: 总结, 在计算机视觉领域的意义. */
const CLOSING = new Set(['conclusion', 'impact', 'applications', 'limitations', 'future']);
/** Fields of the paper that a model writes down again in front of its analysis. */
const REPEATED_FIELD =
  /^(?:(?:paper )?title|authors?|published(?: date)?|date|categories|abstract|links?|keywords?|arxiv id|(?:论文)?(?:题目|标题|名称|作者|链接|类别|分类|关键词|发表日期|发布日期)|原文摘要|英文摘要)\s*[:：]?$/i;
/** What stands in a section and names no section, whatever its form. */
const STEPS =
  /^(?:(?:详细|具体|主要|关键|核心|方法)?(?:步骤|流程|公式)(?:如下|详解|说明)?|pipeline)\s*(?:[(（].*[)）])?\s*[:：]?$/i;
/** What only a section of its own is called, behind the others. */
const LAST_WORD = /专家(?:点评|评论|评价)|领域的?(?:趣味性|重要|意义)/;
const REMARKS = /点评|评论|评价|备注|补充|推荐|评分|亮点|comment|remark/i;

/**
 * The headings that divide a generated text, in order. Headings come in many forms, several in one text, and list items and
 * sub-headings look like them; the form is chosen whose titles are numbered in sequence and tell the most.
 */
export function findMainHeadings(all: readonly Heading[], lines: readonly string[], meaningOf: Meaning): Heading[] {
  const headings = all.filter(({ title }) => !REPEATED_FIELD.test(title)).slice(0, MOST_HEADINGS);
  const meaning = remembered(meaningOf);
  let best: Heading[] = [];
  let bestScore = 0;
  for (const [strength, form] of FORMS.entries()) {
    if (bestScore > ENOUGH) break;
    const group = headings.filter((heading) => heading.form === form);
    for (const items of [numbered(group, meaning), unnumbered(group, meaning)]) {
      const score = rate(items, form, meaning) - strength / 100;
      if (score > bestScore) [best, bestScore] = [items, score];
    }
  }
  const first = best[0];
  if (!first) return [];
  const main = first.number ? withMisformed(best, headings, meaning) : best;
  return withOuter(main, first.form, headings, lines, meaning).toSorted((a, b) => a.line - b.line);
}

/** Three sections that tell what they are about, numbered: no weaker form divides a text better. */
const ENOUGH = 8;
/** Real analyses have up to a hundred, with all their list items. */
const MOST_HEADINGS = 2000;

function remembered(meaning: Meaning): Meaning {
  const known = new Map<string, string | null>();
  return (title) => {
    let found = known.get(title);
    if (found === undefined) known.set(title, (found = meaning(title)));
    return found;
  };
}

/** How well headings of one form divide a text; 0 when they do not. */
function rate(items: readonly Heading[], form: Form, meaning: Meaning): number {
  const first = items[0];
  if (!first) return 0;
  const known = items.filter(({ title }) => meaning(title) !== null).length;
  const kinds = new Set(items.map(({ title }) => meaning(title)).filter((kind) => kind !== null)).size;
  const sequence = first.number !== null && items.length >= 2;
  const score = kinds * 2 + (sequence ? 3 : 0);
  switch (form) {
    // Lists use these forms for their items.
    case 'ordered':
    case 'bullet':
      return kinds >= 3 && known * 2 > items.length ? score : 0;
    case 'inline':
      return kinds >= 2 && known * 2 > items.length ? score : 0;
    case 'plain':
      return sequence && kinds >= 2 ? score : 0;
    case 'bold':
      return items.length >= 2 || known > 0 ? score + 1 : 0;
    default:
      return score + 1;
  }
}

/**
 * The numbered headings of one form that follow one another. Numbers slip (5, 5, 6); where they start again it is a list inside
 * a section, unless the title tells what it is about.
 */
function numbered(group: readonly Heading[], meaning: Meaning): Heading[] {
  const countable = group.filter(({ number }) => number && number.numbering !== 'sub' && number.numbering !== 'letter');
  const start = countable.find(({ number }) => number && number.value <= 1) ?? countable[0];
  const items: Heading[] = [];
  let last = -1;
  let inner = 0; // where a list inside a section has come to
  for (const [index, heading] of countable.entries()) {
    const { number } = heading;
    if (!number || number.numbering !== start?.number?.numbering || heading.line < start.line) continue;
    const follows = number.value > last && number.value <= last + 3;
    const isInner = number.value === inner + 1 && (inner > 0 || meaning(heading.title) === null);
    const goesOn = isInner && inner > 0 && comesAgain(countable.slice(index + 1), number.value);
    if (items.length > 0 && (goesOn || (!follows && (isInner || meaning(heading.title) === null)))) {
      inner = number.value;
      continue;
    }
    items.push(heading);
    last = number.value;
    inner = 0;
  }
  return items;
}

/**
 * Headings of one form without numbers. Those that end otherwise than most (a colon, or none) and tell nothing new lie below, and
 * so do bold ones that tell nothing among many that do.
 */
function unnumbered(group: readonly Heading[], meaning: Meaning): Heading[] {
  const items = group.filter(({ number, title }) => number === null && !STEPS.test(title));
  const colons = items.filter(({ title }) => hasColon(title)).length;
  const known = items.filter(({ title }) => meaning(title) !== null);
  const isTelling = new Set(known.map(({ title }) => meaning(title))).size >= MANY_KINDS;
  const firstLine = known[0]?.line ?? 0;
  const lastLine = known.at(-1)?.line ?? 0;
  const kinds = new Set<string>();
  return items.filter(({ title, form, line }) => {
    const kind = meaning(title);
    const isOdd = colons * 2 !== items.length && hasColon(title) !== colons * 2 > items.length;
    if (isOdd && (kind === null || kinds.has(kind))) return false;
    if (kind === null && isTelling && (form === 'bold' || form === 'inline') && line > firstLine && line < lastLine)
      return false;
    if (kind !== null) kinds.add(kind);
    return true;
  });
}

/** So many kinds of sections only a structure has that the model was asked for. */
const MANY_KINDS = 4;

function hasColon(title: string): boolean {
  return /[:：]$/.test(title);
}

/** Whether a number comes once more before the one behind it. */
function comesAgain(rest: readonly Heading[], value: number): boolean {
  const next = rest.find(({ number }) => number?.value === value || number?.value === value + 1);
  return next?.number?.value === value;
}

/** Adds headings that carry the numbers missing in a sequence, in another form. */
function withMisformed(main: readonly Heading[], headings: readonly Heading[], meaning: Meaning): Heading[] {
  const numbering = main[0]?.number?.numbering;
  const byValue = new Map(main.map((heading) => [heading.number?.value, heading]));
  const added: Heading[] = [];
  for (const heading of headings) {
    const { number } = heading;
    if (!number || number.numbering !== numbering || byValue.has(number.value) || meaning(heading.title) === null)
      continue;
    if (heading.form === 'bullet') continue;
    const before = byValue.get(number.value - 1);
    const after = byValue.get(number.value + 1);
    if (!(before || after) || (before && before.line > heading.line) || (after && after.line < heading.line)) continue;
    byValue.set(number.value, heading);
    added.push(heading);
  }
  return [...main, ...added];
}

/** Adds stronger headings, and headings without a number around the numbered ones. */
function withOuter(
  main: readonly Heading[],
  form: Form,
  headings: readonly Heading[],
  lines: readonly string[],
  meaning: Meaning,
): Heading[] {
  const strength = FORMS.indexOf(form);
  const has = new Set(main);
  const firstLine = Math.min(...bounds(main));
  const lastLine = Math.max(...bounds(main));
  const kinds = new Set(main.map(({ title }) => meaning(title)));
  const isNumbered = main[0]?.number !== null;
  const isMain = (heading: Heading, index: number): boolean => {
    if (has.has(heading)) return !isEmptyContainer(heading, index);
    const own = FORMS.indexOf(heading.form);
    const stands = own <= FORMS.indexOf('bold');
    if (heading.number && isNumbered && own >= strength) return false;
    if (heading.line < firstLine)
      return stands && own <= strength && meaning(heading.title) !== null && !isEmptyContainer(heading, index);
    if (stands && own < strength) {
      if (heading.line > lastLine) return true;
      const kind = meaning(heading.title);
      return heading.number === null && kind !== null && !kinds.has(kind) && !isInSequence(heading, main);
    }
    if (heading.line < lastLine || heading.form === 'bullet' || heading.form === 'plain') return false;
    if ((stands || heading.form === 'inline') && LAST_WORD.test(heading.title)) return true;
    const kind = meaning(heading.title);
    if (kind !== null && CLOSING.has(kind)) return own <= strength || !kinds.has(kind);
    return own === strength && (kind === null ? REMARKS.test(heading.title) : !kinds.has(kind));
  };
  /** A name of what follows, such as **摘要：** right above the first heading. */
  const isEmptyContainer = (heading: Heading, index: number): boolean => {
    const next = headings[index + 1];
    if (heading.rest !== '' || !next || heading.line > firstLine || (has.has(heading) && heading.number)) return false;
    // A list of bold names right below is the section's text.
    if (has.has(heading) && !has.has(next)) return false;
    return lines.slice(heading.line + 1, next.line).every((line) => line.trim() === '' || /^-{3,}$/.test(line.trim()));
  };
  return headings.filter(isMain);
}

/** Whether the numbers in front of and behind a heading go on as if it was not there: then it lies below them. */
function isInSequence(heading: Heading, main: readonly Heading[]): boolean {
  let before: Heading | undefined;
  let after: Heading | undefined;
  for (const one of main) {
    if (one.line < heading.line && (!before || one.line > before.line)) before = one;
    if (one.line > heading.line && (!after || one.line < after.line)) after = one;
  }
  const { number } = before ?? {};
  const next = after?.number;
  return Boolean(number && next && next.numbering === number.numbering && next.value > number.value);
}

function bounds(main: readonly Heading[]): [number, number] {
  return [main[0]?.line ?? 0, main.reduce((line, heading) => Math.max(line, heading.line), 0)];
}
