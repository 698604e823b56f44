/**
 * npm run bench [-- --quick]: every figure is a ratio (or a difference) of two things measured in turn in one run, so that
 * a slow or busy machine changes both. Printed: the median over the pairs, its 95 % bootstrap interval, and the goal.
 */
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { serveLoopback } from '@/scripts/browser/loopback';
import { Site } from '@/scripts/browser/site';
import { hasShared, sharedPath } from '@/tests/shared';
import { buildBaseline, buildMeasured } from './extensions';
import { fillLibrary } from './fill-library';
import { readInOnePiece } from './page';
import { measureParsing } from './parsing';
import { measureStream } from './stream';
import { importLongDay } from './long-day';
import { measureListing, watchListing } from './listing';
import { addFindPages } from './find-folder';
import { findUrls, indexLibrary, measureFirst, measureKeys } from './search';
import { median, medianInterval } from './statistics';
import { fillListed, LIST, LISTED, listPage, openList } from './triage';
import { type Expected, visit, watchPage, type Visit } from './visit';
import { importYear, YEAR_DAYS } from './year';

const PAPER = 'https://arxiv.org/abs/2512.23705';
const REPORT = sharedPath('reports/arxiv_cv_report_2025-12-30.md');

if (!hasShared) {
  console.error('The bench needs the shared samples: set DAODU_SHARED.');
  process.exit(1);
}
const quick = process.argv.includes('--quick');
const PAIRS = quick ? 8 : 60;

/** A browser with a tab that is ready to be measured. */
async function open(extension: string | null, port: number) {
  const chromium: Chromium = await openChromium({
    extension,
    args: ['--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${port}`],
  });
  // tsx marks functions with a helper that pages do not have.
  await chromium.context.addInitScript('globalThis.__name = (value) => value');
  const page = await chromium.context.newPage();
  const cdp = await chromium.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await watchPage(page);
  const load = (expected: Expected): Promise<Visit> => visit(page, cdp, PAPER, expected);
  return { ...chromium, page, load };
}

/** Runs both sides in turn, each first as often as the other, after three rounds that do not count. */
async function inPairs<T>(first: () => Promise<T>, second: () => Promise<T>): Promise<[T, T][]> {
  const pairs: [T, T][] = [];
  for (let round = -3; round < PAIRS; round += 1) {
    const swapped = round % 2 !== 0;
    const one = swapped ? await second() : await first();
    const other = swapped ? await first() : await second();
    if (round >= 0) pairs.push(swapped ? [other, one] : [one, other]);
  }
  return pairs;
}

function print(name: string, values: number[], unit: '×' | 'ms', goal: number): void {
  const [low, high] = medianInterval(values);
  const digits = unit === '×' ? 3 : 1;
  const middle = median(values);
  const verdict = middle <= goal ? 'ok' : 'MISSED';
  const range = `[${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
  console.log(
    `${name.padEnd(44)} ${middle.toFixed(digits).padStart(7)} ${unit}  ${range.padEnd(16)} goal ≤ ${goal} ${unit}  ${verdict}`,
  );
}

const ratios = <T>(pairs: [T, T][], of: (value: T) => number | null) =>
  pairs.map(([ours, theirs]) => (of(ours) ?? Number.NaN) / (of(theirs) ?? Number.NaN));

const site = new Site()
  .addText(PAPER, readInOnePiece(sharedPath('pages/abs/2512.23705.html')))
  .addText(LIST, listPage());
const loopback = await serveLoopback(site);
const measured = buildMeasured();
const none = await open(null, loopback.port);
const baseline = await open(buildBaseline(), loopback.port);
const daodu = await open(measured, loopback.port);
const large = await open(measured, loopback.port);
const year = await open(measured, loopback.port);
const blank = await open(measured, loopback.port);
const long = await open(measured, loopback.port);
const lists = await open(measured, loopback.port);
await addFindPages(measured);
const some = await open(measured, loopback.port);
const many = await open(measured, loopback.port);
try {
  for (const one of [daodu, large]) await importFiles(one, REPORT);
  const filler = await large.context.newPage();
  await filler.goto(large.pageUrl('library.html'));
  await fillLibrary(filler, quick ? 10_000 : 100_000);
  await filler.close();

  console.log(`${PAIRS} pairs, after three that do not count; medians and 95 % bootstrap intervals of paired values\n`);
  const warm = await inPairs(
    () => daodu.load('analysis'),
    () => baseline.load('analysis'),
  );
  print(
    'panel filled, worker warm / static panel',
    ratios(warm, (one) => one.filled),
    '×',
    0.9,
  );

  const stopped = async () => {
    await stopWorkers(daodu.page);
    return daodu.load('analysis');
  };
  const cold = await inPairs(stopped, () => baseline.load('analysis'));
  print(
    'panel filled, worker stopped / static panel',
    ratios(cold, (one) => one.filled),
    '×',
    1.3,
  );

  const bare = await inPairs(
    () => daodu.load('analysis'),
    () => none.load(null),
  );
  print(
    'first contentful paint / no extension',
    ratios(bare, (one) => one.firstPaint),
    '×',
    1.15,
  );
  const extraScript = bare.map(([ours, theirs]) => ours.script - theirs.script);
  print('script time over no extension', extraScript, 'ms', 10);
  const longTasks = (side: 0 | 1) => bare.filter((pair) => pair[side].longTasks > 0).length;
  console.log(`loads with a long task: ${longTasks(0)} with Daodu, ${longTasks(1)} without, of ${PAIRS} each`);

  const flat = await inPairs(
    () => large.load('analysis'),
    () => daodu.load('analysis'),
  );
  print(
    `panel filled, ${quick ? '10,000' : '100,000'} papers / 10 papers`,
    ratios(flat, (one) => one.filled),
    '×',
    1.1,
  );

  console.log(await importYear(year));
  const uncovered = await inPairs(
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
  const covered = await inPairs(
    () => year.load('analysis'),
    () => daodu.load('analysis'),
  );
  print(
    `panel filled, ${YEAR_DAYS} reports / one report`,
    ratios(covered, (one) => one.filled),
    '×',
    1.1,
  );

  await importFiles(long, REPORT);
  console.log(await importLongDay(long, () => long.load('analysis')));

  for (const [name, one] of [
    ['10 papers', daodu],
    ['large library', large],
  ] as const) {
    await watchListing(one.page);
    const pairs = await inPairs(
      () => measureListing(one.page, one.pageUrl('popup.html')),
      () => measureListing(one.page, one.pageUrl('floor.html')),
    );
    print(
      `popup with the day's list / floor, ${name}`,
      ratios(pairs, (value) => value),
      '×',
      1.25,
    );
  }
  await importFiles(lists, REPORT);
  const listFiller = await lists.context.newPage();
  await listFiller.goto(lists.pageUrl('library.html'));
  await fillListed(listFiller);
  await listFiller.close();
  const [withRows, without] = [
    await openList({ context: lists.context, hasRows: true }),
    await openList({ context: none.context, hasRows: false }),
  ];
  const triage = await inPairs(withRows, without);
  const extraRows = triage.map(([ours, theirs]) => ours.script - theirs.script);
  print(`triage: script of ${LISTED} rows over no extension`, extraRows, 'ms', 30);
  print(
    'triage: list painted / no extension',
    ratios(triage, (one) => one.painted),
    '×',
    1.25,
  );
  const late = (side: 0 | 1) => triage.filter((pair) => pair[side].longTasks > 0).length;
  const moved = triage.filter(([ours]) => ours.shift > 0).length;
  console.log(
    `triage: loads with a long task: ${late(0)} with Daodu, ${late(1)} without; with a layout shift: ${moved}`,
  );

  for (const [one, papers, name] of [
    [some, 10_000, '10,000'],
    [many, quick ? 20_000 : 100_000, quick ? '20,000' : '100,000'],
  ] as const) {
    console.log(await indexLibrary(one, papers));
    for (const url of findUrls(one)) {
      const pairs = await inPairs(
        () => measureFirst(one.page, url),
        () => measureFirst(one.page, one.pageUrl('find-floor.html')),
      );
      const typed = new URL(url).searchParams.get('typed');
      if (papers === 10_000)
        print(
          `first result of ${typed} / floor, ${name}`,
          ratios(pairs, (value) => value),
          '×',
          1.25,
        );
      else
        print(
          `first result of ${typed}, cold page, ${name}`,
          pairs.map(([ours]) => ours),
          'ms',
          150,
        );
    }
    const { keys, megabytes } = await measureKeys(one, quick ? 3 : 10);
    print(`each further key, ${name}`, keys, 'ms', 16);
    print(`slowest further key, ${name}`, [Math.max(...keys)], 'ms', 16);
    console.log(`memory of a page that searched: ${megabytes.toFixed(0)} MB, goal ≤ 150 MB`);
  }
  print('script for each piece of a streamed guide', [await measureStream(measured, site, PAPER)], 'ms', 4);
  print('parsing an 80 kB report', measureParsing(REPORT, PAIRS), 'ms', 30);
  console.log(
    `\nmedian times: panel warm ${median(warm.map(([one]) => one.filled ?? Number.NaN)).toFixed(0)} ms, stopped ${median(cold.map(([one]) => one.filled ?? Number.NaN)).toFixed(0)} ms, static panel ${median(warm.map(([, one]) => one.filled ?? Number.NaN)).toFixed(0)} ms`,
  );
} finally {
  await Promise.all([none, baseline, daodu, large, year, blank, long, lists, some, many].map((one) => one.close()));
  await loopback.close();
}
