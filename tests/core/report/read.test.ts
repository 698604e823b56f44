import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { MAX_REPORT_BYTES, decodeReport, decodeText } from '@/core/report/decode';
import { readInput } from '@/core/report/read';
import { formatReport } from '@/core/report/format';
import { sampleRow, toLines } from '../day-file/sample';
import { sampleReport } from './sample';

function refusal(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.line] : error;
  }
}
const bytes = (text: string) => new TextEncoder().encode(text);

describe('decodeReport', () => {
  test('keeps a byte order mark', () => expect(decodeReport(bytes('\uFEFFa'))).toBe('\uFEFFa'));

  test.each<[string, Uint8Array, unknown]>([
    ['GBK', Uint8Array.of(97, 10, 10, 0xb5, 0xbc, 0xb6, 0xc1), ['not-utf8', 3]],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 97, 0), ['not-utf8', 1]],
    ['UTF-16 without a mark', Uint8Array.of(97, 0, 10, 0), ['not-utf8', 1]],
    ['UTF-16 with Chinese behind', Uint8Array.of(97, 0, 10, 0, 0xe3, 0x89), ['not-utf8', 1]],
    ['binary', Uint8Array.of(0x50, 0x4b, 3, 4, 10, 0xff), ['not-utf8', 2]],
    ['too much', new Uint8Array(MAX_REPORT_BYTES + 1), ['too-large', null]],
  ])('refuses %s', (_name, input, expected) => expect(refusal(() => decodeReport(input))).toEqual(expected));

  test('has no limit for other text', () =>
    expect(decodeText(new Uint8Array(MAX_REPORT_BYTES + 1).fill(97))).toHaveLength(MAX_REPORT_BYTES + 1));
});

describe('readInput', () => {
  const text = sampleReport();
  const read = readInput(text);
  test('reads Markdown, and what was parsed from it', () => {
    expect(readInput(JSON.stringify(read.report)).report).toEqual(read.report);
    expect(readInput(`${JSON.stringify({ file: 'a.md', ...read })}\n`)).toEqual(read);
  });

  test('fills in what a report of another program leaves out', () => {
    const { papers, layout: _layout, ...rest } = read.report;
    const bare = papers.map(
      ({ saved: _saved, titleChinese: _title, failure: _failure, extra: _extra, ...paper }) => paper,
    );
    expect(readInput(JSON.stringify({ ...rest, papers: bare })).report).toEqual({ ...read.report, layout: null });
    expect(
      readInput('{"papers":[{"id":"2512.00001","title":"T","analysis":{"markdown":"文"}}]}').report.papers,
    ).toMatchObject([{ title: 'T', authors: [], analysis: { markdown: '文', basis: 'unknown', sections: [] } }]);
  });

  test.each([
    ['{"kind":"report"\n', ['bad-json', 1]],
    ['{"papers":[{"id":"2512.00001"}]}', ['bad-record', 1]],
    ['{"report":null}', ['bad-record', 1]],
    ['{"kind":"report",\n"date":', ['bad-json', 2]],
    [JSON.stringify({ file: 'a.md', error: { code: 'no-report' } }), ['bad-record', 1]],
    [JSON.stringify({ ...read.report, papers: [{ id: 7 }] }), ['bad-record', 1]],
    ['[1, 2]', ['no-report', 1]],
  ])('refuses %s', (input, expected) => expect(refusal(() => readInput(input))).toEqual(expected));

  test('leaves out papers of JSON that are none, and says which; the others are there', () => {
    const papers = [
      null,
      { id: '2512.00001v2', title: 'T' },
      { id: '<b>', title: 'T' },
      { id: '2512.00002', title: ' ' },
    ];
    const found = readInput(JSON.stringify({ report: { papers }, skipped: [{ line: 7, reason: '旧的' }] }));
    expect(found.report.papers).toMatchObject([{ id: '2512.00001', version: 2 }]);
    expect(found.skipped.map(({ line, reason }) => [line, reason.slice(0, 5)])).toEqual([
      [7, '旧的'],
      [1, '第 1 篇'],
      [1, '第 3 篇'],
      [1, '第 4 篇'],
    ]);
  });

  test('leaves nothing out of what was Markdown, which could not be written again', () => {
    const input = JSON.stringify({ ...read.report, papers: [...read.report.papers, null] });
    expect(refusal(() => readInput(input))).toEqual(['bad-record', 1]);
  });

  const rows = [sampleRow({ id: '2606.00001' }), sampleRow({ id: '2606.00002' })];
  test.each([
    ['lines', toLines(...rows)],
    ['lines with a mark and carriage returns', `\uFEFF${toLines(...rows).replaceAll('\n', '\r\n')}`],
    ['lines of which the first is cut', `{"id": "26\n${toLines(...rows)}`],
    ['lines of which the first is no JSON at all', `not found\n${toLines(...rows)}`],
    ['lines of which the first is a list', `[1]\n${toLines(...rows)}`],
    ['lines of which the last is cut', `${toLines(...rows)}{"id": "26`],
    ['a list', JSON.stringify(rows)],
    ['a list laid out', JSON.stringify(rows, null, 2)],
  ])('reads a day file: %s', (_name, input) => {
    const { report } = readInput(input, { date: '2026-06-25' });
    expect([report.date, report.papers.map(({ id }) => id)]).toEqual(['2026-06-25', ['2606.00001', '2606.00002']]);
  });

  test.each([
    ['on one line', JSON.stringify(rows[0])],
    ['laid out', JSON.stringify(rows[0], null, 2)],
    ['only crawled', JSON.stringify(sampleRow({ id: '2606.00001', AI: undefined }))],
  ])('reads a day file of a single row: %s', (_name, input) =>
    expect(readInput(input).report.papers.map(({ id }) => id)).toEqual(['2606.00001']),
  );

  test('the text’s own day counts, and a hint where it tells none', () => {
    const hint = { date: '2024-01-01' };
    expect(readInput(text, hint).report.date).toBe('2025-12-30');
    const undated = text.replace(/ - 2025-12-30/, '').replace(/^time:.*\n/, '');
    expect(readInput(undated).report.date).toBeNull();
    const { report } = readInput(undated, hint);
    expect([report.date, formatReport(report)]).toEqual(['2024-01-01', undated]);

    expect(readInput(JSON.stringify(read.report), hint).report.date).toBe('2025-12-30');
    const bare = { ...read.report, date: null, layout: null };
    expect(readInput(JSON.stringify(bare), hint).report.date).toBe('2024-01-01');
    const written = JSON.stringify(readInput(undated).report);
    expect(formatReport(readInput(written, hint).report)).toBe(undated);
  });

  test('a library has no day, whatever its file is called', () =>
    expect(
      readInput('{"format":"daodu-library","version":1,"exportedAt":"x","papers":[]}', { date: '2024-01-01' }).report,
    ).toMatchObject({ kind: 'library', date: null }));

  test.each([
    ['a report that quotes a row', `${text}\n${toLines(rows[0])}`],
    ['a paper of ours that has a row’s fields', JSON.stringify(read.report)],
    ['a parsed report with papers on lines', JSON.stringify(read.report).replaceAll('{"id"', '\n{"id"')],
  ])('is not misled by %s', (_name, input) => expect(readInput(input).report.title).toBe(read.report.title));

  test.each([
    ['an empty day file', '', ['no-report', 1]],
    ['a row cut short', JSON.stringify(rows[0]).slice(0, -20), ['bad-json', 1]],
    ['a list cut short', `[\n  {\n    "id": "2606.00001",\n    "title": "Cu`, ['bad-json', 4]],
    ['rows without a single arXiv paper', toLines(sampleRow({ id: 's2:1' }), '{'), ['no-paper', 2]],
    ['lines of JSON that are no rows', '{"a":1}\n{"b":2}\n', ['bad-json', 2]],
    ['several lines of `daodu parse`', `${JSON.stringify(read)}\n${JSON.stringify(read)}\n`, ['bad-json', 2]],
    ['a list of our papers', JSON.stringify(read.report.papers), ['no-report', 1]],
  ])('refuses %s', (_name, input, expected) => expect(refusal(() => readInput(input))).toEqual(expected));
});
