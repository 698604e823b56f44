import { AppError } from '@/core/errors';
import type { GivenFile } from '@/core/library/incoming';
import type { ImportAll } from '@/storage/bulk-import';
import type { Order, Told } from './import-messages';
import { fromSent } from './sent-error';

/** How long a stop may wait for the paper being read; parsing a huge report hears nothing meanwhile. */
const STOP_MS = 1_000;
/** Fewer bytes are rendered sooner than a second worker is there. */
const BYTES_FOR_TWO = 400_000;

// Built beside the pages, from which it takes its chunks (wxt.config.ts): bundled by itself it would ship all of them twice.
const createWorker = () => new Worker('/import-worker.js', { type: 'module' });

/** Whether a second worker renders what the first one writes: not where there is little to read, or one processor. */
function isForTwo(given: readonly GivenFile[]): boolean {
  return given.reduce((sum, { file }) => sum + file.size, 0) >= BYTES_FOR_TWO && navigator.hardwareConcurrency > 1;
}

/**
 * `importAll` in workers of its own, so that the page stays free whatever a file holds. They end with the import. Should the
 * one that writes die, that is told as the error of the file it was reading, and what comes behind that is left; each report
 * is there as a whole or not at all. Without the other one it renders by itself, as where there never was another.
 */
export const importInWorker: ImportAll = (given, options) => {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  return new Promise((resolve) => {
    const workers: Worker[] = [];
    let stopTimer: ReturnType<typeof setTimeout> | undefined;
    let name = given[0]?.name ?? '';
    let left = given.length;
    let isOver = false;
    const end = (halted: boolean) => {
      isOver = true;
      clearTimeout(stopTimer);
      signal.removeEventListener('abort', stop);
      for (const worker of workers) worker.terminate();
      resolve({ halted, left });
    };
    const stop = () => {
      workers[0]?.postMessage({ kind: 'stop' } satisfies Order, []); // []: nothing is given away
      stopTimer = setTimeout(() => end(true), STOP_MS);
    };
    const die = (cause: unknown) => {
      // What one worker has said last may come after its end.
      if (isOver) return;
      left = Math.max(0, left - 1);
      onEnd(name, new AppError('import-died', 'the worker that imports has died', { cause }));
      end(true);
    };
    const hear = (told: Told) => {
      switch (told.kind) {
        case 'found':
          left = told.count;
          onFound(told.count, told.skipped);
          break;
        case 'progress':
          if (told.name !== name) onBegin(told.name);
          ({ name } = told);
          onShare(told.share);
          break;
        case 'result':
          left -= 1;
          onEnd(told.name, told.result);
          break;
        case 'failure':
          left -= 1;
          onEnd(told.name, fromSent(told.error));
          break;
        case 'end':
          ({ left } = told.end);
          end(told.end.halted);
          break;
      }
    };
    const goOnAlone = (cause: unknown) => {
      if (isOver) return;
      console.error('the worker that renders has died', cause);
      workers.splice(1).forEach((worker) => worker.terminate());
      workers[0]?.postMessage({ kind: 'alone' } satisfies Order, []);
    };
    const start = (order: Order, ports: MessagePort[], onDeath: (cause: unknown) => void) => {
      const worker = createWorker();
      workers.push(worker);
      worker.addEventListener('messageerror', onDeath);
      worker.addEventListener('error', onDeath);
      worker.postMessage(order, ports);
      return worker;
    };
    const startRenderer = (port: MessagePort) => {
      try {
        start({ kind: 'render', given, now, port }, [port], goOnAlone);
      } catch (cause) {
        goOnAlone(cause);
      }
    };
    try {
      const channel = isForTwo(given) ? new MessageChannel() : null;
      const worker = channel
        ? start({ kind: 'import', given, now, port: channel.port1 }, [channel.port1], die)
        : start({ kind: 'import', given, now }, [], die);
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      if (channel) startRenderer(channel.port2);
    } catch (cause) {
      die(cause);
    }
  });
};
