import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import type { SkippedFile } from '@/core/library/incoming';
import { importInWorker } from '@/entrypoints/library/import-in-worker';
import type { Order, Told } from '@/entrypoints/library/import-messages';
import type { ImportResult } from '@/storage/import';

/** The worker as the page sees it: what it was told, and a way to let it answer. */
class PaperWorker extends EventTarget {
  static last: PaperWorker;
  static all: PaperWorker[] = [];
  readonly orders: Order[] = [];
  ended = false;

  constructor(readonly url: string) {
    super();
    PaperWorker.last = this;
    PaperWorker.all.push(this);
  }

  postMessage(order: Order) {
    this.orders.push(order);
  }

  terminate() {
    this.ended = true;
  }

  tell(told: Told) {
    this.dispatchEvent(new MessageEvent('message', { data: told }));
  }
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.useFakeTimers();
  vi.stubGlobal('Worker', PaperWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  PaperWorker.all = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const given = [
  { name: 'a.zip', inFolder: false, file: new Blob(['a']) },
  { name: 'b.md', inFolder: false, file: new Blob(['b']) },
];
const RESULT: ImportResult = {
  added: 2,
  merged: 0,
  reportId: '2025-01-01|A',
  date: '2025-01-01',
  unchanged: false,
  skipped: [],
  papers: 2,
};
const SKIPPED: SkippedFile[] = [{ name: 'a.zip › cover.png', reason: 'kind' }];
const ERROR = { code: 'not-utf8', line: 3, host: null, detail: 'a byte' } as const;

const MANY = [{ name: 'years.zip', inFolder: false, file: new Blob(['a'.repeat(400_000)]) }];

function start(files = given) {
  const told: string[] = [];
  const errors: AppError[] = [];
  const stopping = new AbortController();
  const end = importInWorker(files, {
    now: 7,
    signal: stopping.signal,
    onFound: (count, skipped) => told.push(`found ${count}, ${skipped.length} skipped`),
    onBegin: (name) => told.push(`begin ${name}`),
    onShare: (share) => told.push(`share ${share}`),
    onEnd(name, outcome) {
      if (outcome instanceof AppError) errors.push(outcome);
      told.push(`end ${name}: ${outcome instanceof AppError ? outcome.code : outcome.added}`);
    },
  });
  return { worker: PaperWorker.last, told, errors, end, stop: () => stopping.abort() };
}

describe('importInWorker', () => {
  test('hands over the files, tells what the worker tells, and ends the worker with the import', async () => {
    const { worker, told, end } = start();
    expect(worker.url).toBe('/import-worker.js');
    expect(worker.orders).toEqual([{ kind: 'import', given, now: 7 }]);
    worker.tell({ kind: 'found', count: 2, skipped: SKIPPED });
    worker.tell({ kind: 'progress', name: 'a.zip › 1.md', share: 0 });
    worker.tell({ kind: 'progress', name: 'a.zip › 1.md', share: 0.5 });
    worker.tell({ kind: 'result', name: 'a.zip › 1.md', result: RESULT });
    worker.tell({ kind: 'result', name: 'b.md', result: RESULT });
    expect(worker.ended).toBe(false);
    worker.tell({ kind: 'end', end: { halted: false, left: 0 } });
    expect(await end).toEqual({ halted: false, left: 0 });
    expect(worker.ended).toBe(true);
    expect(told).toEqual([
      'found 2, 1 skipped',
      'begin a.zip › 1.md',
      'share 0',
      'share 0.5',
      'end a.zip › 1.md: 2',
      'end b.md: 2',
    ]);
  });

  test('makes an error with a code and a line of what crossed as data', () => {
    const { worker, errors } = start();
    worker.tell({ kind: 'failure', name: 'b.md', error: ERROR });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'not-utf8', line: 3, host: null, message: 'a byte' });
  });

  test('lets the worker stop by itself, which knows best what is left', async () => {
    const { worker, end, stop } = start();
    worker.tell({ kind: 'found', count: 9, skipped: [] });
    stop();
    expect(worker.orders.at(-1)).toEqual({ kind: 'stop' });
    expect(worker.ended).toBe(false);
    worker.tell({ kind: 'end', end: { halted: true, left: 8 } });
    expect(await end).toEqual({ halted: true, left: 8 });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends a worker that does not hear', async () => {
    const { worker, told, end, stop } = start();
    worker.tell({ kind: 'found', count: 9, skipped: [] });
    worker.tell({ kind: 'result', name: 'a.zip › 1.md', result: RESULT });
    worker.tell({ kind: 'failure', name: 'a.zip › 2.md', error: ERROR });
    stop();
    vi.advanceTimersByTime(999);
    expect(worker.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker.ended).toBe(true);
    expect(await end).toEqual({ halted: true, left: 7 });
    expect(told).toHaveLength(3);
  });

  test.each(['error', 'messageerror'])('tells of a worker that died (%s) as the error of its file', async (kind) => {
    const { worker, told, end } = start();
    worker.tell({ kind: 'found', count: 5, skipped: [] });
    worker.tell({ kind: 'result', name: '1.md', result: RESULT });
    worker.tell({ kind: 'progress', name: '2.md', share: 0 });
    worker.dispatchEvent(new Event(kind));
    worker.dispatchEvent(new Event(kind));
    expect(await end).toEqual({ halted: true, left: 3 });
    expect(told.slice(4)).toEqual(['end 2.md: import-died']);
    expect(worker.ended).toBe(true);
  });

  test('names the first file when there is no worker at all', async () => {
    vi.stubGlobal('Worker', undefined);
    const { told, end } = start();
    expect(await end).toEqual({ halted: true, left: 1 });
    expect(told).toEqual(['end a.zip: import-died']);
  });

  describe('of many files', () => {
    function startTwo() {
      const started = start(MANY);
      const [writer, renderer] = PaperWorker.all;
      if (!writer || !renderer) throw new Error('There are no two workers');
      return { ...started, writer, renderer };
    }

    test('has what is written rendered by a second worker, and joins the two', async () => {
      const { writer, renderer } = startTwo();
      expect(PaperWorker.all).toHaveLength(2);
      const [order, other] = [writer.orders[0], renderer.orders[0]];
      expect(order).toMatchObject({ kind: 'import', given: MANY, now: 7 });
      expect(other).toMatchObject({ kind: 'render', given: MANY, now: 7 });
      if (order?.kind !== 'import' || !order.port || other?.kind !== 'render') throw new Error('They are not joined');
      const { port } = order;
      const heard = new Promise((resolve) => port.addEventListener('message', ({ data }) => resolve(data)));
      port.start();
      other.port.postMessage('a file', []);
      expect(await heard).toBe('a file');
      port.close();
    });

    test.each([
      ['little is read', given, 2],
      ['there is one processor', MANY, 1],
    ])('has one worker where %s', (_, files, processors) => {
      vi.stubGlobal('navigator', { hardwareConcurrency: processors });
      start(files);
      expect(PaperWorker.all.map(({ orders }) => orders)).toEqual([[{ kind: 'import', given: files, now: 7 }]]);
    });

    test('ends both workers with the import, and stops it at the one that writes', async () => {
      const { writer, renderer, end, stop } = startTwo();
      writer.tell({ kind: 'found', count: 9, skipped: [] });
      stop();
      expect([writer, renderer].map(({ orders }) => orders.at(-1)?.kind)).toEqual(['stop', 'render']);
      writer.tell({ kind: 'end', end: { halted: true, left: 8 } });
      expect(await end).toEqual({ halted: true, left: 8 });
      expect([writer.ended, renderer.ended]).toEqual([true, true]);
    });

    test.each(['error', 'messageerror'])(
      'goes on without the one that renders (%s), and says nothing of it',
      async (kind) => {
        const { writer, renderer, told, end } = startTwo();
        writer.tell({ kind: 'found', count: 2, skipped: [] });
        writer.tell({ kind: 'progress', name: '1.md', share: 0 });
        renderer.dispatchEvent(new Event(kind));
        expect([writer.ended, renderer.ended]).toEqual([false, true]);
        expect(writer.orders.map((order) => order.kind)).toEqual(['import', 'alone']);
        writer.tell({ kind: 'result', name: '1.md', result: RESULT });
        writer.tell({ kind: 'result', name: '2.md', result: RESULT });
        writer.tell({ kind: 'end', end: { halted: false, left: 0 } });
        expect(await end).toEqual({ halted: false, left: 0 });
        expect(told).toEqual(['found 2, 0 skipped', 'begin 1.md', 'share 0', 'end 1.md: 2', 'end 2.md: 2']);
      },
    );

    test('goes on alone where a second worker cannot be had', async () => {
      class Single extends PaperWorker {
        constructor(url: string) {
          super(url);
          if (PaperWorker.all.length > 1) throw new Error('no more workers');
        }
      }
      vi.stubGlobal('Worker', Single);
      const { told, end } = start(MANY);
      const [writer] = PaperWorker.all;
      expect(writer?.orders.map((order) => order.kind)).toEqual(['import', 'alone']);
      writer?.tell({ kind: 'end', end: { halted: false, left: 0 } });
      expect(await end).toEqual({ halted: false, left: 0 });
      expect(told).toEqual([]);
    });

    test('ends with the one that writes, as the error of the file that was next', async () => {
      const { writer, renderer, told, end } = startTwo();
      writer.tell({ kind: 'found', count: 9, skipped: [] });
      writer.tell({ kind: 'progress', name: '2.md', share: 0 });
      writer.dispatchEvent(new Event('error'));
      expect(await end).toEqual({ halted: true, left: 8 });
      expect(told.at(-1)).toBe('end 2.md: import-died');
      expect([writer.ended, renderer.ended]).toEqual([true, true]);
    });
  });
});
