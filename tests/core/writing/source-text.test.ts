import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FullText, FullTextSection } from '@/core/arxiv/full-text';
import { chooseText } from '@/core/writing/source-text';

const section = (title: string, text: string, more: Partial<FullTextSection> = {}): FullTextSection => ({
  kind: 'body',
  level: 1,
  number: '',
  title,
  text,
  ...more,
});
const paper = (sections: FullTextSection[]): FullText => ({
  id: '2512.00001',
  version: 1,
  title: 'A Paper',
  authors: ['A B'],
  sections,
});
const long = (title: string, word: string, paragraphs: number, more: Partial<FullTextSection> = {}): FullTextSection =>
  section(title, Array.from({ length: paragraphs }, () => `${word} ${'x '.repeat(40)}end.`).join('\n\n'), more);
/** So that a budget counts characters. */
const characters = (text: string): number => text.length;

const PAPER = paper([
  section('Abstract', 'ABSTRACT words.', { kind: 'abstract' }),
  section('Introduction', 'INTRODUCTION first.\n\nINTRODUCTION second.', { number: '1' }),
  section('Related Work', 'RELATED words.', { number: '2' }),
  section('TideNet', 'METHOD lead.\n\nFigure 1: CAPTION of the network.', { number: '3' }),
  section('Loss', 'METHOD loss.', { number: '3.1', level: 2 }),
  section('Experiments', 'RESULTS words.\n\nModel | Error\nTideNet | 0.8', { number: '4' }),
  section('Limitations', 'LIMITS words.', { number: '4.1', level: 2 }),
  section('Conclusion', 'CONCLUSION words.', { number: '5' }),
  section('Acknowledgements', 'THANKS words.', { kind: 'acknowledgements' }),
  section('References', 'REFERENCES words.', { kind: 'references' }),
  section('Proofs', 'APPENDIX words.', { kind: 'appendix', number: 'A' }),
]);

test('everything that fits is sent, in order, under its headings, without references and thanks', () => {
  expect(chooseText(PAPER, 10_000)).toEqual({
    cut: false,
    left: [],
    text: `## Abstract

ABSTRACT words.

## 1 Introduction

INTRODUCTION first.

INTRODUCTION second.

## 2 Related Work

RELATED words.

## 3 TideNet

METHOD lead.

Figure 1: CAPTION of the network.

### 3.1 Loss

METHOD loss.

## 4 Experiments

RESULTS words.

Model | Error
TideNet | 0.8

### 4.1 Limitations

LIMITS words.

## 5 Conclusion

CONCLUSION words.

## A Proofs

APPENDIX words.`,
  });
});

describe('a paper that is too long', () => {
  const WORDS = /[A-Z]{6,}/g;
  const LONG = paper([
    long('', 'ABSTRACT', 1, { kind: 'abstract' }),
    long('1 Introduction', 'INTRODUCTION', 4),
    long('Background', 'RELATED', 10),
    long('Our Model', 'METHOD', 30),
    long('Results', 'RESULTS', 20),
    long('Discussion', 'LIMITS', 4),
    long('Conclusions', 'CONCLUSION', 2),
    long('More', 'APPENDIX', 20, { kind: 'appendix' }),
  ]);
  const counts = (budget: number): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const [word] of chooseText(LONG, budget, characters).text.matchAll(WORDS))
      found[word] = (found[word] ?? 0) + 1;
    return found;
  };

  test('keeps some of each that a guide needs', () => {
    const found = counts(3_000);
    expect(found).toMatchObject({ ABSTRACT: 1, CONCLUSION: 2 });
    for (const word of ['INTRODUCTION', 'METHOD', 'RESULTS', 'LIMITS']) expect(found[word]).toBeGreaterThan(1);
    expect(found['APPENDIX']).toBeUndefined();
  });

  test('keeps the abstract first', () => expect(Object.keys(counts(140))).toEqual(['ABSTRACT']));

  test('gives what is left over to the method and the results', () => {
    const found = counts(5_500);
    expect(found).toMatchObject({ INTRODUCTION: 4, METHOD: 30 });
    expect(found['RELATED']).toBeUndefined();
  });

  test('names what it left out', () => {
    const { cut, left } = chooseText(LONG, 3_000, characters);
    expect(cut).toBe(true);
    expect(left).toEqual(
      ['1 Introduction', 'Background', 'Our Model', 'Results', 'Discussion', 'More'].filter((title) =>
        left.includes(title),
      ),
    );
    expect(left).toContain('More');
    expect(left).not.toContain('Conclusions');
  });

  test('never exceeds the budget, never cuts a paragraph, never changes the order', () => {
    const paragraphs = new Set(LONG.sections.flatMap(({ text }) => text.split('\n\n')).map((text) => text.trim()));
    fc.assert(
      fc.property(fc.nat(12_000), (budget) => {
        const { text } = chooseText(LONG, budget, characters);
        expect(text.length).toBeLessThanOrEqual(Math.max(budget, 0) * 1.02 + 2);
        const kept = text.split('\n\n').filter((line) => line !== '' && !line.startsWith('#'));
        expect(kept.every((line) => paragraphs.has(line))).toBe(true);
        const places = kept.map((line) => LONG.sections.findIndex((one) => one.text.includes(line)));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [
    'a subsection goes with its section',
    [section('Experiments', 'x'), section('Setup', 'WANTED', { level: 2 })],
    'WANTED',
  ],
  ['captions come before related work', [section('Related work', 'y'), section('Model', 'Table 2: WANTED.')], 'WANTED'],
  ['an unknown section is the method', [section('TideNet', 'WANTED'), section('Related work', 'other')], 'WANTED'],
])('%s', (_, sections, wanted) => {
  const all = [...sections, section('Proof', 'z', { kind: 'appendix' })];
  expect(chooseText(paper(all), 45, characters).text).toContain(wanted);
});

test('a section without text of its own stands above the text below it, once', () => {
  const sections = [
    section('Method', ''),
    section('Data', 'a', { level: 2 }),
    section('Loss', 'b', { level: 2 }),
    section('Next', ''),
  ];
  expect(chooseText(paper(sections), 100).text).toBe('## Method\n\n### Data\n\na\n\n### Loss\n\nb');
});

test('a paper without sections is nothing', () => {
  expect(chooseText(paper([]), 100)).toEqual({ text: '', cut: false, left: [] });
});
