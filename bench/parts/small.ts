import { type Bench, PAPER, print, REPORT } from '../bench';
import { measureParsing } from '../parsing';
import { measureStream } from '../stream';

/** What needs no pairs. */
export async function measureSmall(bench: Bench): Promise<void> {
  print('script for each piece of a streamed guide', [await measureStream(bench.measured, bench.site, PAPER)], 'ms', 4);
  print('parsing an 80 kB report', measureParsing(REPORT, bench.pairs), 'ms', 30);
}
