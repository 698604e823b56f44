import { type Bench, print, ratios } from '../bench';
import { fillListed, LISTED, openList } from '../triage';

/** What the rows on a long list of arXiv's cost. */
export async function measureTriage(bench: Bench): Promise<void> {
  const [lists, none] = await Promise.all([bench.daodu('lists'), bench.none()]);
  const filler = await lists.context.newPage();
  await filler.goto(lists.pageUrl('library.html'));
  await fillListed(filler);
  await filler.close();
  const [withRows, without] = [
    await openList({ context: lists.context, hasRows: true }),
    await openList({ context: none.context, hasRows: false }),
  ];
  const triage = await bench.inPairs(withRows, without);
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
}
