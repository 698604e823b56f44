import { BLOCK_DOCS, type ColumnBlock, newBlock, packId } from '@/core/search/columns';
import { type Posting, toPosting } from '@/core/search/postings';
import type { Segment } from '@/core/search/segments';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';
import { type Change, readChanges } from './search-documents';
import { mergeSegments } from './search-merge';
import { dropLeftovers, SegmentWriter } from './search-pages';
import { type QueueRow, toQueueRows } from './search-queue';
import { changeState, readState } from './search-state';

// The index is a row of segments, none of which is ever changed. A paper that changes gets a new number in a new segment, and its old
// number dies; merging segments leaves out the dead. So a change costs what it is about, and whoever dies while writing leaves
// nothing behind that a search could see: numbers are given out first, and come alive last, in the transaction that takes the papers
// out of the queue.

/** Papers that are worked off together, about. */
const PAPERS_AT_ONCE = 400;
/** Ids that are compared at once. */
const COMPARED_AT_ONCE = 2_000;

/** A paper that comes into the index, with its number there. */
type Numbered = Change & { doc: number };

/** Whether all papers are in the index or on their way there; a library of before there was one, or filled otherwise, is not. */
async function isCompared(): Promise<boolean> {
  const [{ compared }, papers, docs, queued] = await Promise.all([
    readState(),
    db.papers.count(),
    db.searchDocs.count(),
    db.searchQueue.count(),
  ]);
  return compared === null && (papers === docs || queued > 0);
}

/** Queues papers that the index lacks, and those that it has and the library has not. */
async function compareLibrary(signal: AbortSignal): Promise<void> {
  if (await guarded(isCompared)) return;
  let after: string | null = await guarded(async () => (await readState()).compared ?? '');
  while (after !== null) {
    signal.throwIfAborted();
    after = await guarded(() => compareSome(after ?? ''));
    await breathe();
  }
}

function compareSome(after: string): Promise<string | null> {
  return db.transaction('rw', [db.papers, db.searchDocs, db.searchQueue, db.searchState], async () => {
    const papers = await db.papers.where('id').above(after).limit(COMPARED_AT_ONCE).primaryKeys();
    const last = papers.length < COMPARED_AT_ONCE ? null : (papers.at(-1) ?? null);
    const docs = await db.searchDocs
      .where('paperId')
      .between(after, last ?? '\uffff', false, true)
      .primaryKeys();
    const [inLibrary, inIndex] = [new Set(papers), new Set(docs)];
    const different = [...papers.filter((id) => !inIndex.has(id)), ...docs.filter((id) => !inLibrary.has(id))];
    await db.searchQueue.bulkAdd(toQueueRows(different));
    await changeState(() => ({ compared: last }));
    return last;
  });
}

/** Reserves numbers for papers and one for their segment. */
function reserve(count: number): Promise<{ firstDoc: number; segment: number }> {
  return guarded(() =>
    db.transaction('rw', db.searchState, async () => {
      const { nextDoc, nextSegment } = await readState();
      await changeState(() => ({ nextDoc: nextDoc + count, nextSegment: nextSegment + 1 }));
      return { firstDoc: nextDoc, segment: nextSegment };
    }),
  );
}

/** Postings of all papers by term. */
async function gatherPostings(numbered: readonly Numbered[], signal: AbortSignal): Promise<Map<string, Posting[]>> {
  const postings = new Map<string, Posting[]>();
  for (const { doc, now } of numbered) {
    for (const [term, byte] of now?.terms ?? []) {
      const list = postings.get(term);
      if (list) list.push(toPosting(doc, byte));
      else postings.set(term, [toPosting(doc, byte)]);
    }
    signal.throwIfAborted();
    await breathe();
  }
  return postings;
}

/** Terms in order, those of one first letter at a time: all at once they would take longer than others can wait. */
async function* inOrder(terms: Iterable<string>): AsyncGenerator<string> {
  const byLetter = new Map<string, string[]>();
  for (const term of terms) {
    const letter = term.charAt(0);
    const list = byLetter.get(letter);
    if (list) list.push(term);
    else byLetter.set(letter, [term]);
  }
  for (const letter of [...byLetter.keys()].toSorted()) {
    await breathe();
    yield* byLetter.get(letter)?.toSorted() ?? [];
  }
}

async function writeSegment(id: number, numbered: readonly Numbered[], signal: AbortSignal): Promise<number> {
  const postings = await gatherPostings(numbered, signal);
  const writer = new SegmentWriter(id);
  let last = '';
  for await (const term of inOrder(postings.keys())) {
    await writer.add(term, postings.get(term) ?? []);
    last = term;
  }
  await writer.write(last);
  return writer.postings;
}

const blockOf = (doc: number) => Math.floor(doc / BLOCK_DOCS);

/** Changes the columns: old numbers die, new ones come alive. */
async function changeColumns(numbered: readonly Numbered[], gone: readonly Change[]): Promise<void> {
  const dead = [...numbered, ...gone].flatMap(({ old }) => old ?? []);
  const wanted = [...new Set([...dead, ...numbered.map(({ doc }) => doc)].map(blockOf))];
  const rows = await db.searchColumns.bulkGet(wanted);
  const blocks = new Map<number, ColumnBlock>(wanted.map((block, index) => [block, rows[index] ?? newBlock(block)]));
  for (const doc of dead) {
    const alive = blocks.get(blockOf(doc))?.alive;
    if (alive) alive[doc % BLOCK_DOCS] = 0;
  }
  for (const { doc, paperId, now } of numbered) {
    const block = blocks.get(blockOf(doc));
    if (!block) continue;
    const place = doc % BLOCK_DOCS;
    block.ids[place] = packId(paperId);
    if (block.ids[place] === 0) block.others[place] = paperId;
    block.days[place] = now?.day ?? 0;
    block.alive[place] = 1;
  }
  await db.searchColumns.bulkPut([...blocks.values()]);
}

/** Lets what was written be found, and takes its papers out of the queue: all of it, or nothing where somebody else did, or emptied the index. */
function publish(
  segment: Segment | null,
  numbered: readonly Numbered[],
  gone: readonly Change[],
  queued: readonly number[],
): Promise<boolean> {
  return guarded(() =>
    db.transaction('rw', [db.searchState, db.searchDocs, db.searchColumns, db.searchQueue], async () => {
      const { nextDoc } = await readState();
      const left = await db.searchQueue.where('number').anyOf(queued).count();
      if (left < queued.length || (segment && segment.to > nextDoc)) return false;
      const added = numbered.filter(({ old }) => old === null).length;
      await Promise.all([
        db.searchQueue.bulkDelete([...queued]),
        db.searchDocs.bulkDelete(gone.map(({ paperId }) => paperId)),
        db.searchDocs.bulkPut(
          numbered.map(({ paperId, doc, now }) => ({ paperId, doc, hash: now?.hash ?? 0, title: now?.title ?? '' })),
        ),
        changeColumns(numbered, gone),
        changeState(({ segments, version, alive }) => ({
          version: version + 1,
          segments: segment ? [...segments, segment] : segments,
          alive: alive + added - gone.length,
        })),
      ]);
      return true;
    }),
  );
}

/** The rows that have waited longest, with about as many papers as are worked off together. */
async function nextRows(): Promise<QueueRow[]> {
  const rows = await guarded(() => db.searchQueue.limit(PAPERS_AT_ONCE).toArray());
  const taken: QueueRow[] = [];
  let size = 0;
  for (const row of rows) {
    if (size > 0 && size + row.size > PAPERS_AT_ONCE) break;
    taken.push(row);
    size += row.size;
  }
  return taken;
}

/** Works off the papers that have waited longest. @returns false when none waits. */
async function indexSome(signal: AbortSignal): Promise<boolean> {
  const rows = await nextRows();
  if (rows.length === 0) return false;
  const numbers = rows.map(({ number }) => number);
  const ids = new Set(rows.flatMap((row) => row.ids));
  const changes = await readChanges([...ids], signal);
  const gone = changes.filter(({ now }) => now === null);
  const kept = changes.filter(({ now }) => now !== null);
  if (kept.length === 0) return publish(null, [], gone, numbers).then(() => true);
  const { firstDoc, segment: id } = await reserve(kept.length);
  const numbered = kept.map((change, index) => ({ ...change, doc: firstDoc + index }));
  const postings = await writeSegment(id, numbered, signal);
  const segment = { id, from: firstDoc, to: firstDoc + kept.length, postings, docs: kept.length };
  // Of an index that was emptied meanwhile, what was written for it must not come back to life.
  if (!(await publish(segment, numbered, gone, numbers))) await dropLeftovers(signal);
  return true;
}

/**
 * Brings the search index up to date, in steps between which others have their turn. To be called by one at a time
 * (search-keeper.ts); whoever dies leaves the rest to the next.
 */
export async function updateIndex(signal: AbortSignal): Promise<void> {
  await dropLeftovers(signal);
  // Once more behind the queue: as long as papers wait in it, nobody can tell whether others came in past it.
  for (let pass = 0; pass < 2; pass++) {
    await compareLibrary(signal);
    while (await indexSome(signal)) while (await mergeSegments(signal)) await dropLeftovers(signal);
  }
  while (await mergeSegments(signal));
  await dropLeftovers(signal);
}
