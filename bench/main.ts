/**
 * npm run bench [-- [--quick] [part…]]: every figure is a ratio (or a difference) of two things measured in turn in one run, so
 * that a slow or busy machine changes both. Printed: the median over the pairs, its 95 % bootstrap interval, and the goal.
 */
import { hasShared } from '@/tests/shared';
import { Bench } from './bench';
import { measureImports } from './parts/import';
import { measureLists } from './parts/list';
import { measureFlatness, measurePanel } from './parts/panel';
import { measurePopup } from './parts/popup';
import { measureSearch } from './parts/search';
import { measureSmall } from './parts/small';
import { measureTriage } from './parts/triage';

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  panel: measurePanel,
  flat: measureFlatness,
  import: measureImports,
  popup: measurePopup,
  triage: measureTriage,
  search: measureSearch,
  list: measureLists,
  small: measureSmall,
};

const args = process.argv.slice(2);
const wanted = args.filter((arg) => arg !== '--quick');
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}
if (!hasShared) {
  console.error('The bench needs the shared samples: set DAODU_SHARED.');
  process.exit(1);
}

const bench = await Bench.start(args.includes('--quick'));
try {
  console.log(
    `${bench.pairs} pairs, after three that do not count; medians and 95 % bootstrap intervals of paired values`,
  );
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    await measure(bench);
  }
} finally {
  await bench.close();
}
