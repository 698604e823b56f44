import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { MAX_REPORT_BYTES, decodeReport, decodeText } from '@/core/report/decode';
import { readInput } from '@/core/report/read';
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
});
