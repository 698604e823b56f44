import { setTimeout } from 'node:timers/promises';
import { importFiles } from '@/scripts/browser/daodu';
import { type Bench, print, ratios, REPORT } from '../bench';
import { importLongDay } from '../long-day';
import { untilIndexed } from '../search';
import { importYear, YEAR_DAYS } from '../year';

const REST_MS = 5_000;

/** How long a year of reports and a day of ten thousand papers take to come in, and what the panel has of it. */
export async function measureImports(bench: Bench): Promise<void> {
  const year = await bench.empty('year');
  // Alone and at rest, as with a reader: a browser that has just begun keeps a processor busy for seconds.
  await setTimeout(REST_MS);
  console.log(await importYear(year));
  const [blank, daodu] = await Promise.all([bench.empty(), bench.daodu()]);
  // Whoever imported a year has it searchable a little later; the panel is measured then.
  await untilIndexed(year);
  const uncovered = await bench.inPairs(
    () => year.load('panel'),
    () => blank.load('panel'),
  );
  print(
    `panel without an analysis, ${YEAR_DAYS} reports / empty library`,
    ratios(uncovered, (one) => one.settled),
    '×',
    1.1,
  );
  await importFiles(year, REPORT);
  const covered = await bench.inPairs(
    () => year.load('analysis'),
    () => daodu.load('analysis'),
  );
  print(
    `panel filled, ${YEAR_DAYS} reports / one report`,
    ratios(covered, (one) => one.filled),
    '×',
    1.1,
  );
  const long = await bench.daodu('long day');
  console.log(await importLongDay(long, () => long.load('analysis')));
}
