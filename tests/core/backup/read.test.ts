import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBackup, isGzip } from '@/core/backup/format';
import { BackupReader, type BackupRow } from '@/core/backup/read';
import { BackupWriter } from '@/core/backup/write';

const HEADER = { version: 1, schema: 5, createdAt: '2026-11-28T01:02:03.000Z', contents: 'all' } as const;

function write(tables: Record<string, object[]>): string {
  const writer = new BackupWriter();
  let text = writer.start(HEADER);
  for (const [table, rows] of Object.entries(tables)) {
    text += writer.openTable(table);
    for (const row of rows) text += writer.row(row);
    text += writer.closeTable();
  }
  return text + writer.end();
}

function read(text: string, schema = 5): BackupRow[] {
  const reader = new BackupReader(schema);
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const rows = lines.flatMap((line) => reader.read(line) ?? []);
  reader.end(rest);
  return rows;
}

const SAMPLE = write({
  saves: [
    { paperId: '1706.03762', note: '“先读”\n第二行 𝒳' },
    { end: 'saves', rows: 1, sha256: '' },
  ],
  papers: [],
});

describe('a backup', () => {
  test('gives back the rows that were written, whatever they hold', () => {
    expect(read(SAMPLE)).toEqual([
      { table: 'saves', row: { paperId: '1706.03762', note: '“先读”\n第二行 𝒳' } },
      { table: 'saves', row: { end: 'saves', rows: 1, sha256: '' } },
    ]);
    // A field of this name is none of ours, and is left out wherever JSON is taken in.
    const anyRow = fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(anyRow)), (tables) => {
        const rows = Object.entries(tables).flatMap(([table, all]) => all.map((row) => ({ table, row })));
        expect(JSON.stringify(read(write(tables)))).toBe(JSON.stringify(rows));
      }),
    );
  });

  test('has a sum per table that other programs come to as well', () => {
    const lines = SAMPLE.split('\n');
    const sum = createHash('sha256').update(`${lines[2]}\n${lines[3]}\n`).digest('hex');
    expect(JSON.parse(lines[4] ?? '')).toEqual({ end: 'saves', rows: 2, sha256: sum });
  });

  test('is noticed to be cut, wherever that is', () => {
    for (let length = 0; length < SAMPLE.length; length++) {
      expect(() => read(SAMPLE.slice(0, length)), SAMPLE.slice(0, length)).toThrow(
        expect.objectContaining({ code: 'backup-cut' }),
      );
    }
  });

  test('is noticed to be changed, whatever letter it is', () => {
    const begin = SAMPLE.indexOf('{"table"');
    for (let index = begin; index < SAMPLE.length; index++) {
      const other = SAMPLE[index] === '7' ? '8' : '7';
      const changed = SAMPLE.slice(0, index) + other + SAMPLE.slice(index + 1);
      expect(() => read(changed), changed).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^backup-/) }),
      );
    }
  });

  test.each([
    ['a row less', (lines: string[]) => lines.toSpliced(2, 1)],
    ['a row twice', (lines: string[]) => lines.toSpliced(2, 0, lines[2] ?? '')],
    ['rows in another order', (lines: string[]) => lines.toSpliced(2, 2, lines[3] ?? '', lines[2] ?? '')],
    ['a table less', (lines: string[]) => lines.toSpliced(5, 2)],
    ['a table twice', (lines: string[]) => lines.toSpliced(7, 0, ...lines.slice(1, 5))],
    ['something behind its end', (lines: string[]) => lines.toSpliced(8, 0, '{"table":"visits"}')],
    ['another first line', (lines: string[]) => lines.toSpliced(0, 1, '{"format":"daodu-library","version":1}')],
  ])('with %s is refused', (_, change) => {
    expect(() => read(change(SAMPLE.split('\n')).join('\n'))).toThrow(
      expect.objectContaining({ code: 'backup-broken' }),
    );
  });

  test('of a newer form, or of a newer library, is left to a newer Daodu', () => {
    const newer = expect.objectContaining({ code: 'file-newer' });
    expect(() => read(SAMPLE.replace('"version":1', '"version":2'))).toThrow(newer);
    expect(() => read(SAMPLE, 4)).toThrow(newer);
    expect(read(SAMPLE, 6)).toHaveLength(2);
  });

  test('is known by its first characters', () => {
    expect(isBackup(SAMPLE)).toBe(true);
    expect(isBackup(`\uFEFF${SAMPLE}`)).toBe(true);
    for (const text of ['', '{"format":"daodu-library"', '# 日报', '[{"format":"daodu-backup"}]']) {
      expect(isBackup(text)).toBe(false);
    }
    expect(isGzip(new Uint8Array([0x1f, 0x8b, 8]))).toBe(true);
    expect(isGzip(new TextEncoder().encode(SAMPLE))).toBe(false);
  });
});
