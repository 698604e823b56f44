import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keysAskedFor, piecesOf, WRITTEN } from '../e2e/writer';
import { answerWell, DAY, type Ran, ReportWorld, subjectOf } from './report-world';

/** The same numbers from 2 up to 6 in each run. */
function gapsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 2 + (state % 5);
  };
}

/** A run takes seconds on a busy machine, and there are many. */
describe('daodu report, killed', { timeout: 240_000 }, () => {
  let world: ReportWorld;
  /** What was asked for, in order, with the run that did. */
  let asked: { what: string; run: number }[];
  let run: number;

  beforeAll(async () => {
    world = await ReportWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.newFolder();
    world.answer(answerWell);
    world.onArrival = (what) => {
      asked.push({ what, run });
      return false;
    };
    asked = [];
    run = 0;
  });

  const filesOf = () => [world.markdown, world.read(`${DAY}.json`)];
  const countOf = (what: string) => asked.filter((one) => one.what === what).length;

  async function uninterrupted(): Promise<string[]> {
    expect(await world.run()).toMatchObject({ code: 0 });
    const files = filesOf();
    world.newFolder();
    asked = [];
    return files;
  }

  test.each([7, 51])(
    'at random moments again and again, gives the same bytes and pays nothing twice (%d)',
    async (seed) => {
      const files = await uninterrupted();
      const nextGap = gapsFrom(seed);
      /** What was on its way when a run was killed: it may have been lost. */
      const lost: string[] = [];
      let ended: Ran | null = null;
      while (ended?.code !== 0) {
        run += 1;
        expect(run).toBeLessThan(20);
        let left = nextGap();
        const { child, done } = world.begin();
        world.onArrival = (what) => {
          // What comes while the process dies was on its way too.
          const isKilled = left <= 1;
          left -= 1;
          asked.push({ what, run });
          if (!isKilled) return false;
          child.kill('SIGKILL');
          const own = asked.filter((one) => one.run === run).map((one) => one.what);
          // Two guides are written at once: beside the request that was killed, the other's last may not have been kept.
          lost.push(what, ...[...world.model.open].map(subjectOf), ...own.slice(-3, -1));
          return true;
        };
        ended = await done;
        world.model.release();
      }
      expect(run).toBeGreaterThan(3);
      expect(filesOf()).toEqual(files);
      const whats = [...new Set(asked.map(({ what }) => what))];
      expect(whats.filter((what) => countOf(what) > 1 + lost.filter((one) => one === what).length)).toEqual([]);
      // Each kill costs the two requests that two guides may have on their way, at the very most.
      expect(asked.length - whats.length).toBeLessThanOrEqual(2 * (run - 1));
    },
  );

  test('in the middle of a guide, asks for the rest of it only', async () => {
    await uninterrupted();
    world.answer((request) => {
      if (!subjectOf(request).startsWith('guide')) return answerWell(request);
      return {
        steps: [
          ...piecesOf(Object.keys(WRITTEN))
            .slice(0, 4)
            .map((say) => ({ say })),
          { hold: true },
        ],
      };
    });
    const { child, done } = world.begin(['--max', '1']);
    const guides = join(world.folder, '.daodu', 'guides');
    const kept = () => {
      try {
        return readdirSync(guides).map((name) => readFileSync(join(guides, name), 'utf8'));
      } catch {
        return []; // not there yet
      }
    };
    await expect.poll(() => kept().join(''), { timeout: 20_000 }).toContain('现有方法要');
    child.kill('SIGKILL');
    await done;
    world.model.release();
    world.answer(answerWell);
    const before = world.model.seen.length;
    expect(await world.run(['--max', '1'])).toMatchObject({ code: 0 });
    const rest = world.model.seen.slice(before);
    expect(rest.map((request) => subjectOf(request).split(' ')[0])).toEqual(['guide', 'overview']);
    expect(keysAskedFor(rest[0]?.body ?? '')).toEqual(expect.arrayContaining(['results', 'limitations']));
    expect(keysAskedFor(rest[0]?.body ?? '')).not.toContain('gist');
    expect(world.markdown).toContain(WRITTEN.gist);
    expect(world.markdown).toContain(WRITTEN.results);
  });
});
