import type { Paper, Skipped } from '../paper';
import { keyPapers } from './format';
import { fingerprint } from './hash';
import { aroundId, type ContentsEntry } from './layout';

const MOST_STRAY = 200; // beyond this it is no table of contents
const ENTRY = /^\s*\d{1,4}[.)]\s+\[/;

/**
 * What a table of contents has of its own: undefined when it names each paper once, in order, by its title. Lines that name
 * no paper of the report are kept as they are, and told.
 */
export function readContents(
  entries: readonly { line: number; text: string; gap: string }[],
  papers: readonly Paper[],
): { contents: ContentsEntry[] | undefined; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const waiting = new Map<string, { key: string; paper: Paper }[]>();
  const keyed = keyPapers(papers);
  for (const found of keyed) {
    const same = waiting.get(found.paper.id);
    if (same) same.push(found);
    else waiting.set(found.paper.id, [found]);
  }

  const contents = entries.map(({ line, text, gap }, index): ContentsEntry => {
    const ownGap = gap === (index > 0 ? '\n' : '') ? {} : { gap };
    const open = ENTRY.exec(text)?.[0];
    const close = text.lastIndexOf('](#');
    const name = /^[^)\s]+/.exec(text.slice(close + 3))?.[0]?.replace(/v\d+$/, '') ?? '';
    const same = open && close >= open.length ? waiting.get(name) : undefined;
    // A line that stands twice names its paper twice.
    const found = same && same.length > 1 ? same.shift() : same?.[0];
    if (!found || !open) {
      skipped.push({ line: line + 1, reason: `目录里的这一行没有对应的论文：${text}` });
      return { ...(skipped.length > MOST_STRAY ? { text } : withoutTitle(text, keyed)), ...ownGap };
    }
    const { key, paper } = found;
    const id = aroundId(text.slice(close), paper.id, paper.version);
    const title = text.slice(open.length, close);
    return {
      paper: key,
      ...ownGap,
      ...(open !== `${index + 1}. [` && { open }),
      ...(JSON.stringify(id) !== '{"parts":["](#",")"]}' && { around: id }),
      ...(title !== paper.title.replaceAll('\n', ' ') && {
        title: difference(paper.title.replaceAll('\n', ' '), title, paper.title),
      }),
    };
  });
  const named = new Set(contents.map((entry) => entry.paper));
  for (const { key } of keyed) if (entries.length > 0 && !named.has(key)) contents.push({ paper: key, text: '' });
  const usual =
    contents.length === keyed.length &&
    contents.every((entry, index) => entry.paper === keyed[index]?.key && Object.keys(entry).length === 1);
  return { contents: usual ? undefined : contents, skipped };
}

/** A line of no known form; where it has a paper's title, that comes from the paper. */
function withoutTitle(text: string, keyed: readonly { key: string; paper: Paper }[]): ContentsEntry {
  const found = keyed.find(({ paper }) => paper.title !== '' && text.includes(paper.title));
  if (!found) return { text };
  const { key, paper } = found;
  const at = text.indexOf(paper.title);
  const around = aroundId(text.slice(at + paper.title.length), paper.id, paper.version);
  return { paper: key, open: text.slice(0, at), around };
}

/** What `own` shares with a title at both ends, and what it has between. */
function difference(title: string, own: string, of: string): NonNullable<ContentsEntry['title']> {
  const most = Math.min(title.length, own.length);
  let start = 0;
  while (start < most && title[start] === own[start]) start += 1;
  let end = 0;
  while (end < most - start && title[title.length - 1 - end] === own[own.length - 1 - end]) end += 1;
  return { of: fingerprint(of), start, end, text: own.slice(start, own.length - end) };
}
