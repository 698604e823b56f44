import { type Bench, print, ratios, written } from '../bench';
import { measureList, measureScrolling, measureTyped, watchRows } from '../lists';

const TYPED = 'diffusion';

/** The list of all papers in the library page, and a search in it. */
export async function measureLists(bench: Bench): Promise<void> {
  for (const papers of [10_000, bench.quick ? 20_000 : 100_000]) {
    const one = await bench.filled(papers);
    await watchRows(one.page);
    const [list, floor] = ['library.html#/all', 'list-floor.html'].map(one.pageUrl) as [string, string]; // as: of two
    const pairs = await bench.inPairs(
      () => measureList(one.page, list),
      () => measureList(one.page, floor),
    );
    print(
      `list of ${written(papers)} papers / floor`,
      ratios(pairs, (value) => value),
      '×',
      1.25,
    );
    const times: number[] = [];
    for (let round = 0; round < (bench.quick ? 3 : 20); round += 1) {
      times.push(await measureTyped(one.page, list, TYPED));
    }
    print(`search typed into the list of ${written(papers)}`, times, 'ms', 150);
    await measureList(one.page, list);
    const { scrolling, sorting } = await measureScrolling(one.page);
    print(`longest task of a list of ${written(papers)}, scrolled`, [scrolling], 'ms', 50);
    print(`longest task of a list of ${written(papers)}, sorted`, [sorting], 'ms', 50);
  }
}
