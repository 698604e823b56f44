import { type Bench, FAR, print, ratios } from '../bench';
import { median } from '../statistics';
import { stopWorkers } from '@/scripts/browser/chromium';

/** The panel of an abstract page against a static one, and what it adds to the page. */
export async function measurePanel(bench: Bench): Promise<void> {
  const [daodu, baseline, none] = await Promise.all([bench.daodu(), bench.static(), bench.none()]);
  const warm = await bench.inPairs(
    () => daodu.load('analysis'),
    () => baseline.load('analysis'),
  );
  print(
    'panel filled, worker warm / static panel',
    ratios(warm, (one) => one.filled),
    '×',
    0.9,
  );
  const stopped = await bench.inPairs(
    async () => {
      await stopWorkers(daodu.page);
      return daodu.load('analysis');
    },
    () => baseline.load('analysis'),
  );
  print(
    'panel filled, worker stopped / static panel',
    ratios(stopped, (one) => one.filled),
    '×',
    1.3,
  );
  const far = await bench.inPairs(
    async () => {
      await stopWorkers(daodu.page);
      return daodu.load('analysis', FAR);
    },
    () => baseline.load('analysis', FAR),
  );
  print(
    'the same, the page 150 ms away',
    ratios(far, (one) => one.filled),
    '×',
    1.3,
  );
  const filled = (pairs: typeof warm, side: 0 | 1) =>
    median(pairs.map((pair) => pair[side].filled ?? Number.NaN)).toFixed(0);
  console.log(
    `median times: panel warm ${filled(warm, 0)} ms, stopped ${filled(stopped, 0)} ms, static panel ${filled(warm, 1)} ms`,
  );

  const bare = await bench.inPairs(
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
  console.log(`loads with a long task: ${longTasks(0)} with Daodu, ${longTasks(1)} without, of ${bench.pairs} each`);
}

/** The panel with a large library against one with a report. */
export async function measureFlatness(bench: Bench): Promise<void> {
  const [large, daodu] = await Promise.all([bench.large(), bench.daodu()]);
  const flat = await bench.inPairs(
    () => large.load('analysis'),
    () => daodu.load('analysis'),
  );
  print(
    `panel filled, ${bench.quick ? '10,000' : '100,000'} papers / 10 papers`,
    ratios(flat, (one) => one.filled),
    '×',
    1.1,
  );
}
