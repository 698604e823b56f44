import { AppError } from '@/core/errors';
import type { ImportAll } from '@/storage/bulk-import';
import type { Order, Told } from './import-messages';
import { fromSent } from './sent-error';

/** How long a stop may wait for the paper being read; parsing a huge report hears nothing meanwhile. */
const STOP_MS = 1_000;

// Built beside the pages, from which it takes its chunks (wxt.config.ts): bundled by itself it would ship all of them twice.
const createWorker = () => new Worker('/import-worker.js', { type: 'module' });

/**
 * `importAll` in a worker of its own, so that the page stays free whatever a file holds. The worker ends with the import. Should
 * it die, that is told as the error of the file it was reading, and what comes behind that is left; each report is there
 * as a whole or not at all.
 */
export const importInWorker: ImportAll = (given, options) => {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let stopTimer: ReturnType<typeof setTimeout> | undefined;
    let name = given[0]?.name ?? '';
    let left = given.length;
    const order = (message: Order) => worker?.postMessage(message, []); // []: nothing is given away
    const end = (halted: boolean) => {
      clearTimeout(stopTimer);
      signal.removeEventListener('abort', stop);
      worker?.terminate();
      resolve({ halted, left });
    };
    const stop = () => {
      order({ kind: 'stop' });
      stopTimer = setTimeout(() => end(true), STOP_MS);
    };
    const die = (cause: unknown) => {
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
    try {
      worker = createWorker();
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
      worker.addEventListener('messageerror', die);
      worker.addEventListener('error', die);
      order({ kind: 'import', given, now });
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    } catch (cause) {
      die(cause);
    }
  });
};
