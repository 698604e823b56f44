import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';
import { reach } from './reach';

const RUNS = 40; // some thousand were tried by hand; a run takes 30 ms

/** Where a report may be cut into units: lines, blocks, sections of generated text, papers. */
const CUTS = {
  line: /(?<=\n)/,
  block: /(?<=\n\n)(?=\S)/,
  section: /(?=^(?:#{1,4} |\*\*\d))/m,
  paper: /(?=^<a id)/m,
} as const;
const KINDS = ['drop', 'double', 'move', 'truncate', 'repeat far', 'glue'] as const;

const edit = fc.record({
  unit: fc.constantFrom(...(Object.keys(CUTS) as (keyof typeof CUTS)[])), // keys of a literal
  kind: fc.constantFrom(...KINDS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

function change(text: string, { unit, kind, at, to }: typeof edit extends fc.Arbitrary<infer T> ? T : never): string {
  const units = text.split(CUTS[unit]);
  const from = Math.min(units.length - 1, Math.floor(at * units.length));
  const target = Math.min(units.length - 1, Math.floor(to * units.length));
  const taken = units[from] ?? '';
  if (kind === 'drop') units.splice(from, 1);
  else if (kind === 'double') units.splice(from, 0, taken);
  else if (kind === 'move') units.splice(target, 0, ...units.splice(from, 1));
  else if (kind === 'truncate')
    units.splice(Math.max(1, from), units.length, taken.slice(0, Math.floor(to * taken.length)));
  else if (kind === 'repeat far') units.splice(target, 0, taken);
  else units[from] = taken.trimEnd();
  return units.join('');
}

function papersOf(text: string): string[] {
  const starts = text.matchAll(/^<a id='(\d{4}\.\d{5})v\d+'><\/a>\n## \[.*\]\(.*\)$/gm);
  return [...starts].flatMap(([, id]) => id ?? []);
}

describe.runIf(hasShared).each(['2025-08-27', '2025-12-30', '2026-09-01'])('the real report of %s', (date) => {
  const text = () => sharedFile(`reports/arxiv_cv_report_${date}.md`);

  test('is within reach to the last word', () => {
    expect(reach(text(), parseReport(text()).report).lost).toEqual([]);
  });

  test('cut, doubled and out of order comes back byte for byte with all it says, or is refused in our words', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const damaged = edits.reduce(change, text());
        let report;
        try {
          ({ report } = parseReport(damaged));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(damaged);
        const { ratio, lost } = reach(damaged, report);
        if (ratio < 0.999) expect(lost).toEqual([]);
        // Every anchor with its heading is a paper, in order; there may be more, where one of the two was lost.
        const found = report.papers.map(({ id }) => id);
        let place = -1;
        for (const id of papersOf(damaged)) {
          place = found.indexOf(id, place + 1);
          expect(place).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
