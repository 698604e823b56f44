import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '@/core/export/formats';
import { writeLibraryJson } from '@/core/library/json';
import { sampleRow, toLines } from '../core/day-file/sample';
import { paperOf } from '../core/export/papers';
import { samplePaper, sampleReport } from '../core/report/sample';
import { hasShared, sharedPath } from '../shared';

const start = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
const folder = mkdtempSync(join(tmpdir(), 'daodu-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REPORT = 'arxiv_cv_report_2025-12-30.md';
const DAY = '2026-06-25_AI_enhanced_Chinese.jsonl';
const LIBRARY = 'library.json';
const LONG = { timeout: 60_000 };

function daodu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, 'export', ...args], { cwd: folder });
  return { status, out: stdout.toString(), error: stderr.toString() };
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(() => {
  writeFileSync(join(folder, REPORT), sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1' })]));
  writeFileSync(join(folder, DAY), toLines(sampleRow(), sampleRow({ id: 's2:x' })));
  const saved = { savedAt: 1, tags: ['三维'], note: '我的笔记' };
  writeFileSync(join(folder, LIBRARY), writeLibraryJson([paperOf({ saved })], '2026-01-01T00:00:00.000Z'));
  writeFileSync(join(folder, 'bad.md'), Uint8Array.of(97, 10, 0xff));
});

/** What tells a file of the format, and holds each of its papers once. */
const MARKS: Record<string, RegExp> = {
  bibtex: /^@misc\{/gm,
  biblatex: /^@online\{/gm,
  ris: /^TY {2}- GEN\r$/gm,
  csl: /^\{"id":/gm,
  markdown: /^## /gm,
  csv: /^arXiv:\d/gm,
  html: /<article>/g,
  json: /^\{"paper":/gm,
};

describe('daodu export', LONG, () => {
  test.each(EXPORT_FORMATS.filter((format) => format !== 'obsidian'))('writes %s of every kind of file', (format) => {
    const { status, out, error } = daodu('--format', format, '--out', `out/${format}`, REPORT, DAY, LIBRARY);
    expect([status, out]).toEqual([0, '']);
    expect(error).toContain(`${DAY} 第 2 行没有导出：不是 arXiv 的编号：s2:x`);
    expect(error).toContain(`已导出 3 篇：out/${format}`);
    const text = read(`out/${format}`);
    // Two of the report, of which the library has one as well, and one of the day file.
    expect(text.match(MARKS[format] ?? /^$/)).toHaveLength(3);
    expect(text).toContain('三维');
    expect(text).toContain('我的笔记');
  });

  test('writes a folder for Obsidian, replaces the files of its papers and leaves others alone', () => {
    mkdirSync(join(folder, 'vault'));
    writeFileSync(join(folder, 'vault', '2512.23705.md'), 'old');
    writeFileSync(join(folder, 'vault', 'mine.md'), 'mine');
    expect(daodu('--format', 'obsidian', '--out', 'vault', REPORT, LIBRARY).status).toBe(0);
    expect(readdirSync(join(folder, 'vault')).toSorted()).toEqual(['2512.00002.md', '2512.23705.md', 'mine.md']);
    expect(read('vault/2512.23705.md')).toMatch(/^---\ntitle: "A Title"\n[^]*tags:\n {2}- "三维"\n[^]*我的笔记/);
    expect(read('vault/mine.md')).toBe('mine');
  });

  test('writes what can be read, and says what cannot', () => {
    const { status, error } = daodu('--format', 'bibtex', '--out', 'some.bib', 'bad.md', 'missing.md', REPORT);
    expect(status).toBe(1);
    expect(error).toMatch(/bad\.md 第 2 行不是 UTF-8/);
    expect(error).toMatch(/missing\.md 打不开/);
    expect(error).toContain('已导出 2 篇：some.bib；2 个文件没有读成，不在里面');
    expect(read('some.bib').match(/^@/gm)).toHaveLength(2);
  });

  test('writes nothing where nothing can be read, and leaves what was there', () => {
    writeFileSync(join(folder, 'kept.bib'), 'kept');
    const { status, error } = daodu('--format', 'bibtex', '--out', 'kept.bib', 'bad.md');
    expect(status).toBe(1);
    expect(error).toContain('没有可以导出的论文');
    expect(read('kept.bib')).toBe('kept');
  });

  test.each([
    ['bibtex', 'folder', () => mkdirSync(join(folder, 'folder'))],
    ['obsidian', 'file', () => writeFileSync(join(folder, 'file'), 'kept')],
  ])('says where %s cannot be written', (format, out, prepare) => {
    prepare();
    const { status, error } = daodu('--format', format, '--out', out, REPORT);
    expect(status).toBe(1);
    expect(error).toContain(`写不进 ${out}`);
    expect(existsSync(join(folder, `${out}.unfinished`))).toBe(false);
  });

  test('writes its labels in the language asked for', () => {
    daodu('--format', 'csv', '--language', 'en', '--out', 'en.csv', LIBRARY);
    expect(read('en.csv')).toMatch(/^\uFEFFarXiv,Title,Chinese title,/);
  });

  test.each([
    [[], '--format 要写成'],
    [['--format', 'word', '--out', 'x', REPORT], '--format 要写成 bibtex、biblatex'],
    [['--format', 'bibtex', REPORT], '--out 要写'],
    [['--format', 'bibtex', '--out', 'x'], '没有写要导出的文件'],
    [['--format', 'bibtex', '--out', 'x', '--language', 'fr', REPORT], '--language 要写'],
    [['--format', 'bibtex', '--out', 'x', '--nonsense', REPORT], '--nonsense'],
  ])('refuses %j', (args, said) => {
    const { status, error } = daodu(...args);
    expect(status).toBe(2);
    expect(error).toContain(said);
    expect(error).toContain('用法：daodu export');
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test.runIf(hasShared)('writes real reports in every format', () => {
    const days = ['2025-08-27', '2025-12-30', '2026-09-01'];
    const files = days.map((day) => sharedPath(`reports/arxiv_cv_report_${day}.md`));
    for (const format of EXPORT_FORMATS) {
      const { status, error } = daodu('--format', format, '--out', `real/${format}`, ...files);
      expect([status, error]).toEqual([0, expect.stringContaining('已导出 15 篇')]);
    }
    expect(readdirSync(join(folder, 'real/obsidian'))).toHaveLength(15);
    for (const [format, mark] of Object.entries(MARKS)) expect(read(`real/${format}`).match(mark)).toHaveLength(15);
    expect(read('real/csv')).toContain('研究问题');
  });
});
