import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleRow, toLines } from '../core/day-file/sample';
import { samplePaper, sampleReport } from '../core/report/sample';

const start = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
const folder = mkdtempSync(join(tmpdir(), 'daodu-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function daodu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...args], { cwd: folder, maxBuffer: 1e8 });
  return { status, out: stdout.toString(), error: stderr.toString() };
}
function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const text = `\uFEFF${sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1' })])}`.replaceAll('\n', '\r\n');

describe('daodu parse', () => {
  test('prints a line for each file, in order, and goes on behind a bad one', () => {
    write('a.md', text);
    write('b.md', Uint8Array.of(97, 10, 0xff));
    const { status, out } = daodu('parse', 'a.md', 'b.md', 'missing.md', 'a.md');
    expect(status).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: 'a.md', report: { kind: 'report', papers: [{ id: '2512.23705' }, { id: '2512.00002' }] }, skipped: [] },
      { file: 'b.md', error: { code: 'not-utf8', message: expect.stringMatching(/b\.md 第 2 行/), line: 2 } },
      { file: 'missing.md', error: { code: 'unreadable', message: expect.stringContaining('missing.md') } },
      { file: 'a.md' },
    ]);
  });
});

describe('daodu parse of day files', () => {
  test('reads them by what they hold, and takes their day from their name', () => {
    write('2026-06-25_AI_enhanced_Chinese.jsonl', toLines(sampleRow(), sampleRow({ id: 's2:x' })));
    write('2026-06-26.md', toLines(sampleRow()));
    write('2026-06-27_AI_enhanced_Chinese.jsonl', text);
    write('2026-06-28_AI_enhanced_Chinese.jsonl', '');
    const names = ['2026-06-25_AI_enhanced_Chinese.jsonl', '2026-06-26.md'];
    const others = ['2026-06-27_AI_enhanced_Chinese.jsonl', '2026-06-28_AI_enhanced_Chinese.jsonl'];
    const { status, out } = daodu('parse', ...names, ...others);
    expect(status).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        report: { date: '2026-06-25', papers: [{ id: '2606.01234' }] },
        skipped: [{ line: 2, reason: '不是 arXiv 的编号：s2:x' }],
      },
      { report: { date: '2026-06-26', papers: [{ id: '2606.01234' }] } },
      { report: { date: '2025-12-30', title: 'Arxiv Computer Vision Papers - 2025-12-30' } },
      { error: { code: 'no-report' } },
    ]);
  });
});

describe('daodu format', () => {
  test('prints the bytes that were parsed', () => {
    write('c.md', text);
    const parsed = daodu('parse', 'c.md');
    expect(parsed.status).toBe(0);
    expect(daodu('format', write('c.json', parsed.out))).toEqual({ status: 0, out: text, error: '' });
  });

  test('says what is wrong', () => {
    const { status, out, error } = daodu('format', write('d.json', '{"kind":'));
    expect([status, out]).toEqual([1, '']);
    expect(error).toMatch(/d\.json 第 1 行/);
  });
});

describe('daodu', () => {
  test.each([[[]], [['nothing']], [['parse']], [['format']], [['format', 'a', 'b']], [['toString']]])(
    'explains itself when called with %j',
    (args) => {
      const { status, out, error } = daodu(...args);
      expect([status, out]).toEqual([2, '']);
      expect(error).toContain('用法');
    },
  );
});
