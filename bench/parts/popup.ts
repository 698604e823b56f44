import { type Bench, print, ratios } from '../bench';
import { measureListing, watchListing } from '../listing';

/** The popup with the day's list against the same rows by a raw cursor. */
export async function measurePopup(bench: Bench): Promise<void> {
  for (const [name, one] of [
    ['10 papers', await bench.daodu()],
    ['large library', await bench.large()],
  ] as const) {
    await watchListing(one.page);
    const pairs = await bench.inPairs(
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
}
