import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checkNumbers, type CheckedNumber } from '@/core/numbers/check';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';

/**
 * Every run of digits, and every Chinese numeral before a measure word, in the ten analyses of one real report, labelled by hand: by
 * paper, the run, which occurrence of it, and whether it is no claim (`none`), or one that the abstract holds (`found`) or not
 * (`absent`). The labels hold nothing of the report but these numbers.
 */
const labelsSchema = z.record(z.string(), z.array(z.string()));
const RUN = /\d+(?:[.,]\d+)*|[二两三四五六七八九十]+(?=[个项种类阶步])/g;

interface Label {
  start: number;
  end: number;
  label: string;
}

function readLabels(text: string, lines: readonly string[]): Label[] {
  const places = new Map<string, Label>();
  const seen = new Map<string, number>();
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const occurrence = (seen.get(run) ?? 0) + 1;
    seen.set(run, occurrence);
    places.set(`${run} ${occurrence}`, { start: index, end: index + run.length, label: '' });
  }
  return lines.map((line) => {
    const [, key = '', label = ''] = /^(.+) (\w+)$/.exec(line) ?? [];
    const place = places.get(key);
    if (!place) throw new Error(`No number for the label ${line}`);
    return { ...place, label };
  });
}

const overlap = ({ start, text }: CheckedNumber, label: Label) =>
  start < label.end && start + text.length > label.start;

describe.runIf(hasShared)('the numbers of a real report against its abstracts', () => {
  const name = join(import.meta.dirname, '..', '..', 'fixtures', 'number-labels.json');
  const labels = labelsSchema.parse(JSON.parse(readFileSync(name, 'utf8')));
  const read = () =>
    parseReport(sharedFile('reports/arxiv_cv_report_2025-12-30.md')).report.papers.map((paper) => {
      const text = paper.analysis?.markdown ?? '';
      return { labels: readLabels(text, labels[paper.id] ?? []), numbers: checkNumbers(text, paper.abstract) };
    });

  test('are told from what is no claim', () => {
    const papers = read();
    const wanted = papers.flatMap((paper) =>
      paper.labels
        .filter(({ label }) => label !== 'none')
        .map((label) => paper.numbers.some((number) => overlap(number, label))),
    );
    const given = papers.flatMap((paper) =>
      paper.numbers.map((number) => paper.labels.some((label) => label.label !== 'none' && overlap(number, label))),
    );
    expect(papers.flatMap((paper) => paper.labels).length).toBeGreaterThanOrEqual(100);
    expect(wanted.length).toBe(30);
    expect(share(wanted)).toBe(1);
    expect(share(given)).toBe(1);
  });

  test('are found where the abstract holds them, and nowhere else', () => {
    const pairs = read().flatMap((paper) =>
      paper.labels.flatMap((label) =>
        label.label === 'none'
          ? []
          : paper.numbers
              .filter((number) => overlap(number, label))
              .map(({ found }) => ({ found, wanted: label.label === 'found' })),
      ),
    );
    expect(share(pairs.filter(({ found }) => found).map(({ wanted }) => wanted))).toBe(1);
    expect(share(pairs.filter(({ wanted }) => wanted).map(({ found }) => found))).toBe(1);
  });
});

function share(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length / answers.length;
}
