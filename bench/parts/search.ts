import { type Bench, print, ratios, written } from '../bench';
import { findUrls, measureFirst, measureKeys } from '../search';

/** A search in libraries of two sizes: until the first results stand there, with each further key, and in memory. */
export async function measureSearch(bench: Bench): Promise<void> {
  for (const [papers, isFloor] of [
    [10_000, true],
    [bench.quick ? 20_000 : 100_000, false],
  ] as const) {
    const one = await bench.filled(papers);
    console.log(one.index);
    for (const url of findUrls(one)) {
      const pairs = await bench.inPairs(
        () => measureFirst(one.page, url),
        () => measureFirst(one.page, one.pageUrl('find-floor.html')),
      );
      const name = `first result of ${new URL(url).searchParams.get('typed')}, cold page, ${written(papers)}`;
      if (isFloor)
        print(
          `${name} / floor`,
          ratios(pairs, (value) => value),
          '×',
          1.25,
        );
      else
        print(
          name,
          pairs.map(([ours]) => ours),
          'ms',
          150,
        );
    }
    const { keys, megabytes } = await measureKeys(one, bench.quick ? 3 : 10);
    print(`each further key, ${written(papers)}`, keys, 'ms', 16);
    print(`slowest further key, ${written(papers)}`, [Math.max(...keys)], 'ms', 16);
    console.log(`memory of a page that searched: ${megabytes.toFixed(0)} MB, goal ≤ 150 MB`);
  }
}
