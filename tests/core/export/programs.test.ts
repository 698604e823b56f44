import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bibtexChunks } from '@/core/export/bibtex';
import { biblatexChunks } from '@/core/export/biblatex';
import { yearOf } from '@/core/export/cite-key';
import { collectPapers, readIncoming } from '@/core/library/collect';
import { hasShared, sharedFile } from '../../shared';
import { FULL_PAPER, HARD_PAPERS, SAME_KEYS } from './hard-papers';
import { readBibtex } from './read-bibtex';

// biber and bibtex themselves, from Debian's packages: `npm test` installs them (scripts/setup.mjs).
const zh = { language: 'zh' } as const;
const REPORTS = ['2025-08-27', '2025-12-30', '2026-09-01'].map((day) => `reports/arxiv_cv_report_${day}.md`);
const LONG = { timeout: 120_000 };
// biber's data model has no entry without a date, and of one paper nobody knows any.
const DATED = [FULL_PAPER, ...HARD_PAPERS].filter(({ paper }) => yearOf(paper) !== '');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daodu-bib-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: string[]) {
  const { status, stdout, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  return { status, out: stdout };
}

/** What biber says against a file, and the file as it understood it. */
function biber(text: string): { complaints: string[]; read: string } {
  writeFileSync(join(folder, 'in.bib'), text);
  const { status, out } = run('biber', '--tool', '--validate-datamodel', '--output-file', 'out.bib', 'in.bib');
  expect(status).toBe(0);
  const complaints = out.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
  return { complaints, read: readFileSync(join(folder, 'out.bib'), 'utf8') };
}

function bibtex(text: string, style: string): string {
  writeFileSync(join(folder, 'in.bib'), text);
  writeFileSync(join(folder, 'in.aux'), `\\citation{*}\n\\bibdata{in}\n\\bibstyle{${style}}\n`);
  const { status, out } = run('bibtex', 'in');
  expect([status, out.split('\n').filter((line) => /^(?:Warning|I |.*error)/i.test(line))]).toEqual([0, []]);
  return readFileSync(join(folder, 'in.bbl'), 'utf8');
}

describe('biber', LONG, () => {
  test('names what its data model does not know', () => {
    const bad = '@online{a,\n  title = {A},\n  date = {2025},\n  url = {https://a.example},\n  bogus = {x}\n}\n';
    expect(biber(bad).complaints).toEqual([expect.stringContaining("'bogus' invalid in data model")]);
  });

  test.each([
    ['BibTeX', bibtexChunks],
    ['BibLaTeX', biblatexChunks],
  ])('accepts %s of every paper', (_, chunks) => {
    const text = [...chunks([...DATED, ...SAME_KEYS], zh)].join('');
    const { complaints, read } = biber(text);
    expect(complaints).toEqual([]);
    expect(read.match(/^@/gm)).toHaveLength(DATED.length + SAME_KEYS.length);
    expect(read).toMatch(/AUTHOR += \{Ann0 Author|AUTHOR += \{Author, Ann0 and/);
  });

  test('reads accents, capitals, formulas and the annotation as they were', () => {
    const { read } = biber([...biblatexChunks([FULL_PAPER], zh)].join(''));
    expect(read).toContain(String.raw`{{On Erdős problems over $\mathbb{F}_q$ by NASA}}`);
    expect(read).toContain('EPRINTTYPE = {arxiv}');
    expect(read).toMatch(/ANNOTATION = \{笔记：先读第三节/);
    expect(read).toContain('KEYWORDS = {数论,to read soon; now}');
  });
});

describe('bibtex', LONG, () => {
  // alpha has no more than 26 labels of one author and year.
  test.each([
    ['plain', SAME_KEYS],
    ['abbrv', SAME_KEYS],
    ['alpha', []],
  ])('makes a bibliography of every paper in the style %s', (style, more) => {
    const papers = [FULL_PAPER, ...HARD_PAPERS, ...more];
    const written = bibtex([...bibtexChunks(papers, zh)].join(''), style);
    expect(written.match(/^\\bibitem/gm)).toHaveLength(papers.length);
    expect(written).toContain('NASA');
  });
});

describe.runIf(hasShared)('real reports', LONG, () => {
  const papers = hasShared ? collectPapers(REPORTS.map((path) => readIncoming(sharedFile(path)))) : [];

  test.each([
    ['BibTeX', bibtexChunks],
    ['BibLaTeX', biblatexChunks],
  ])('are %s to biber', (_, chunks) => {
    const text = [...chunks(papers, zh)].join('');
    const { complaints, read } = biber(text);
    expect(complaints).toEqual([]);
    expect(read.match(/^@/gm)).toHaveLength(readBibtex(text).length);
  });

  test('are BibTeX to bibtex', () =>
    expect(bibtex([...bibtexChunks(papers, zh)].join(''), 'plain').match(/^\\bibitem/gm)).toHaveLength(papers.length));
});
