import { describe, expect, test } from 'vitest';
import { DEFAULT_GLOSSARY } from '@/core/glossary';
import { buildGuide } from '@/core/guide/build';
import { PARTS } from '@/core/paper';
import type { Tree } from '@/core/render/tree';
import { toAnalysisMarkdown, toSections } from '@/core/writing/analysis';
import { readAnswer } from '@/core/writing/answer';
import { readSource } from '@/core/writing/paper-source';
import { buildPrompt, repairPrompt } from '@/core/writing/prompt';
import { WANTED } from '@/core/writing/wanted';
import type { WrittenGuide } from '@/core/writing/written';
import { faultsOf } from '../render/walker';
import { ABSTRACT, FULL, SOURCE_TEXT } from './answers';
import { POISON, type Poison } from './poison';

const BOUNDARY = 'q7xk2m';
const fill = (text: string): string =>
  text.replaceAll('{boundary}', BOUNDARY).replaceAll('{BOUNDARY}', BOUNDARY.toUpperCase());

/** The request for a paper with the poison in its place. */
function requestFor({ in: place, text }: Poison) {
  const poison = fill(text);
  const paper = {
    title: 'Counting Ships from Space',
    authors: ['A B'],
    abstract: 'We count ships.',
    categories: ['cs.CV'],
    comments: null,
    ...(place === 'text' ? {} : { [place]: poison }),
  };
  const body = place === 'text' ? `${SOURCE_TEXT}\n\n${poison}` : null;
  return buildPrompt({ paper, text: body, language: 'zh', glossary: DEFAULT_GLOSSARY, boundary: BOUNDARY });
}

/** A model that does whatever the paper tells it, and else what was asked for. */
function obey({ obeys }: Poison, basis: 'full' | 'abstract'): string {
  if (obeys.answer !== undefined) return fill(obeys.answer);
  const asked: Record<string, unknown> = { ...(basis === 'full' ? FULL : ABSTRACT), ...obeys.keys };
  const said = obeys.says === undefined ? null : fill(obeys.says);
  if (said === null) return JSON.stringify(asked, null, 2);
  const texts = Object.entries(asked).map(([key, value]) => [
    key,
    typeof value === 'string' ? `${value} ${said}` : value,
  ]);
  return JSON.stringify(Object.fromEntries(texts), null, 2);
}

/** The same answer with its quotes and new lines as they are: what a careless model writes. */
function carelessly(answer: string): string {
  return answer.replace(/\\"/g, '"').replace(/\\n/g, '\n');
}

function read(poison: Poison, answer: string): { guide: WrittenGuide; failed: boolean } {
  const { basis, source } = requestFor(poison);
  return readAnswer(answer, { basis, language: 'zh', ended: true, source: readSource(source, '2512.00001') });
}

const hrefsOf = (trees: readonly Tree[]): string[] =>
  trees.flatMap((tree) => {
    if (typeof tree === 'string') return [];
    const [, attributes, ...children] = tree;
    return [...(attributes?.['href'] === undefined ? [] : [attributes['href']]), ...hrefsOf(children)];
  });

test('there are enough of them, each of its own kind', () => {
  expect(POISON.length).toBeGreaterThanOrEqual(60);
  expect(new Set(POISON.map(({ name }) => name)).size).toBe(POISON.length);
});

describe.each(POISON.map((poison) => [poison.name, poison] as const))('%s', (_, poison) => {
  test('does not get out of the block of data', () => {
    const { system, user } = requestFor(poison);
    const parts = user.toLowerCase().split(BOUNDARY);
    expect(parts).toHaveLength(3);
    expect(user.normalize('NFKC').toLowerCase().split(BOUNDARY)).toHaveLength(3);
    // Nothing of the paper stands before the block, behind it, or among the instructions.
    const clean = requestFor({ ...poison, text: 'x' })
      .user.toLowerCase()
      .split(BOUNDARY);
    expect([parts[0], parts[2]]).toEqual([clean[0], clean[2]]);
    expect(system.replace(/^术语表[^]*?\n\n/m, '')).toBe(
      requestFor({ ...poison, text: 'x' }).system.replace(/^术语表[^]*?\n\n/m, ''),
    );
    expect(user).not.toMatch(/[\u200B-\u200D\u202A-\u202E\u2066-\u2069\u0000]|[\u{E0000}-\u{E007F}]/u); // oxlint-disable-line no-control-regex, no-misleading-character-class -- looked for on purpose
    const repair = repairPrompt(fill(`${poison.text} ${poison.obeys.says ?? ''}`), [], {
      basis: 'full',
      language: 'zh',
      boundary: BOUNDARY,
    });
    expect(repair.user.toLowerCase().split(BOUNDARY)).toHaveLength(3);
  });

  test.each([
    ['as JSON', (answer: string) => answer],
    ['carelessly', carelessly],
    ['cut off', (answer: string) => answer.slice(0, Math.floor(answer.length * 0.7))],
    ['with talk around it', (answer: string) => `好的：\n${answer}\n完`],
  ])('obeyed %s changes neither the schema nor adds a link', (_how, write) => {
    const { basis } = requestFor(poison);
    const { guide, failed } = read(poison, write(obey(poison, basis)));

    expect(Object.keys(guide).toSorted()).toEqual(['findings', 'parts', 'prose', 'titleChinese']);
    const allowed: ReadonlySet<string> = guide.prose ? new Set(PARTS) : new Set([...WANTED.full, ...WANTED.abstract]);
    for (const part of guide.parts) {
      expect(Object.keys(part).toSorted()).toEqual(['inferred', 'markdown', 'part']);
      expect(allowed.has(part.part)).toBe(true);
      expect(typeof part.inferred).toBe('boolean');
    }
    if (!guide.prose) expect(new Set(guide.parts.map(({ part }) => part)).size).toBe(guide.parts.length);
    for (const finding of guide.findings) expect(Object.keys(finding).toSorted()).toEqual(['sentence', 'text']);
    expect(failed).toBe(guide.parts.length === 0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined(); // as: what a polluted prototype would give
    expect(JSON.stringify(guide).length).toBeLessThan(80_000);

    const texts = [...guide.parts.map(({ markdown }) => markdown), ...guide.findings.map(({ text }) => text)];
    const all = [guide.titleChinese ?? '', ...texts, ...guide.findings.map(({ sentence }) => sentence ?? '')].join(
      '\n',
    );
    expect(all).not.toMatch(/\w:\/\/|(?<!\w)www\.|\]\(|\\href|\\url/);
    expect(all.replace(/`<[\w/|-]*>`/g, '')).not.toMatch(/<[a-z/!?]/i);
    expect(all).not.toMatch(/[\u0000\u0007\u001B\u200B\u202A-\u202E\u2066-\u2069]|[\u{E0000}-\u{E007F}]/u); // oxlint-disable-line no-control-regex -- looked for on purpose

    const record = {
      key: 'k',
      paperId: '2512.00001',
      reportId: null,
      source: '模型',
      date: null,
      basis,
      basisStated: true,
      version: 1,
      model: 'm',
      markdown: toAnalysisMarkdown(guide, 'zh'),
      sections: toSections(guide, 'zh'),
      keyFindings: guide.findings.map(({ text }) => text),
      extra: {},
    };
    const drawn = buildGuide(record, {
      id: '2512.00001',
      version: 1,
      title: 'T',
      titleChinese: null,
      authors: [],
      published: null,
      categories: [],
      abstract: '',
      links: [],
      comments: null,
      journalRef: null,
      doi: null,
      from: 'page',
    });
    const trees = [...drawn.sections.flatMap(({ body }) => body), ...drawn.findings.items.flatMap(({ body }) => body)];
    expect(hrefsOf(trees)).toEqual([]);
    expect(faultsOf(trees)).toEqual([]);
  });
});

test('what stands in the way of poison lets an honest guide through', () => {
  const honest: Poison = { name: '', in: 'text', text: '', obeys: {} };
  const { guide, failed } = read(honest, obey(honest, 'full'));
  expect(failed).toBe(false);
  expect(guide.parts).toHaveLength(6);
  expect(guide.findings.map(({ sentence }) => sentence !== null)).toEqual([true, false, true]);
});

test('a link to a paper that the paper names goes through', () => {
  const honest: Poison = {
    name: '',
    in: 'text',
    text: '',
    obeys: { says: '[前作](https://arxiv.org/abs/2401.01234v3)' },
  };
  const { guide } = read(honest, obey(honest, 'full'));
  expect(guide.parts.every(({ markdown }) => markdown.includes('[前作](https://arxiv.org/abs/2401.01234)'))).toBe(true);
});
