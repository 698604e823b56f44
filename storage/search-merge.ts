import { Dexie } from 'dexie';
import type { Columns } from '@/core/search/columns';
import { type Stretch, stretchesOf } from '@/core/search/pages';
import { eachPosting, type Posting, toPosting } from '@/core/search/postings';
import { findMerge, type Segment } from '@/core/search/segments';
import { breathe } from './breathe';
import { db } from './db';
import type { IndexState } from './search-rows';
import { guarded } from './guard';
import { readColumns } from './search-columns';
import { SegmentWriter } from './search-pages';
import { changeState, readState } from './search-state';

type Merge = NonNullable<IndexState['merge']>;

const PAGES_AT_ONCE = 8;

/** The terms of one segment, in order, read a few pages at a time. */
class TermStream {
  #read: Stretch[] = [];
  #place = 0;
  #after: string | null = null;

  constructor(
    private readonly segment: number,
    private readonly from: string,
  ) {}

  /** Undefined behind the last. */
  get head(): Stretch | undefined {
    return this.#read[this.#place];
  }

  /** Goes on to the next term; no promise where that is read already. */
  next(): Promise<void> | null {
    this.#place += 1;
    return this.#place < this.#read.length ? null : this.fill();
  }

  /** Reads on. */
  async fill(): Promise<void> {
    this.#place = 0;
    do {
      const pages = await guarded(() => this.#readPages());
      const last = pages.at(-1);
      this.#read = pages.flatMap(stretchesOf).filter(({ term }) => term > this.from);
      if (!last) return;
      this.#after = last.first;
    } while (this.#read.length === 0);
  }

  #readPages() {
    const { segment, from } = this;
    const pages = db.searchPages.where('[segment+first]');
    if (this.#after === null) {
      // The term from which it goes on stands somewhere in a page.
      return pages
        .between([segment, Dexie.minKey], [segment, from], true, true)
        .reverse()
        .limit(1)
        .toArray()
        .then((before) =>
          before.length > 0
            ? before
            : pages.between([segment, Dexie.minKey], [segment, Dexie.maxKey]).limit(PAGES_AT_ONCE).toArray(),
        );
    }
    return pages.between([segment, this.#after], [segment, Dexie.maxKey], false, true).limit(PAGES_AT_ONCE).toArray();
  }
}

/** The postings of papers that can still be found. */
function alivePostings(stretches: readonly Stretch[], { alive }: Columns): Posting[] {
  const postings: Posting[] = [];
  for (const { data, from, to } of stretches) {
    eachPosting(data, from, to, (doc, byte) => {
      if (alive[doc] === 1) postings.push(toPosting(doc, byte));
    });
  }
  return postings;
}

/** Begins the merge that is due, or goes on with the one that was begun; null when there is none. */
function takeMerge(): Promise<{ merge: Merge; state: IndexState } | null> {
  return guarded(() =>
    db.transaction('rw', db.searchState, async () => {
      const known = await readState();
      if (known.merge) return { merge: known.merge, state: known };
      const wanted = findMerge(known.segments, known.alive);
      if (!wanted) return null;
      const merge = {
        from: wanted.map(({ id }) => id),
        into: known.nextSegment,
        after: '',
        postings: 0,
        parts: 0,
      };
      const state = await changeState(({ nextSegment }) => ({ merge, nextSegment: nextSegment + 1 }));
      return { merge, state };
    }),
  );
}

function endMerge({ from, into }: Merge, postings: number, columns: Columns): Promise<unknown> {
  return guarded(() =>
    db.transaction('rw', db.searchState, () =>
      changeState(({ segments, version }) => {
        const merged = segments.filter(({ id }) => from.includes(id));
        const [first, last] = [merged[0], merged.at(-1)];
        if (!first || !last) return { merge: null };
        const docs = columns.alive.subarray(first.from, last.to).reduce((sum, one) => sum + one, 0);
        const segment: Segment = { id: into, from: first.from, to: last.to, postings, docs };
        const place = segments.indexOf(first);
        const rest = segments.filter((one) => !merged.includes(one));
        const kept = postings > 0 ? [segment] : [];
        return {
          merge: null,
          version: version + 1,
          segments: [...rest.slice(0, place), ...kept, ...rest.slice(place)],
        };
      }),
    ),
  );
}

/**
 * Merges some neighbouring segments into one, without what is of papers that changed since. Where it is broken off, it goes on from
 * the last pages that were written.
 *
 * @returns whether there was anything to merge.
 */
export async function mergeSegments(signal: AbortSignal): Promise<boolean> {
  const taken = await takeMerge();
  if (!taken) return false;
  const { merge, state } = taken;
  const columns = await readColumns(state.nextDoc);
  const writer = new SegmentWriter(merge.into, merge.parts, async (after, { postings, parts }) => {
    await changeState((known) =>
      known.merge?.into === merge.into
        ? { merge: { ...known.merge, after, postings: merge.postings + postings, parts } }
        : {},
    );
  });
  const streams = merge.from.map((segment) => new TermStream(segment, merge.after));
  await Promise.all(streams.map((stream) => stream.fill()));
  let term = merge.after;
  for (;;) {
    const heads = streams.flatMap(({ head }) => head ?? []);
    const [first] = heads;
    if (!first) break;
    term = heads.reduce((least, { term: one }) => (one < least ? one : least), first.term);
    const having = streams.filter(({ head }) => head?.term === term);
    const postings = alivePostings(
      having.flatMap(({ head }) => head ?? []),
      columns,
    );
    if (postings.length > 0) await writer.add(term, postings);
    for (const stream of having) await stream.next();
    signal.throwIfAborted();
    await breathe();
  }
  await writer.write(term);
  await endMerge(merge, merge.postings + writer.postings, columns);
  return true;
}
