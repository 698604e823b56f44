import { AppError } from '@/core/errors';
import { importAll } from '@/storage/bulk-import';
import type { Order, Told } from './import-messages';
import { renderByPort, serveRendering } from './render-port';
import { toSent } from './sent-error';

/** More often nobody could see it move. */
const PROGRESS_MS = 100;

const stopping = new AbortController();
/** Aborted when whoever renders for this worker is gone. */
const alone = new AbortController();

function tell(told: Told): void {
  postMessage(told);
}

function run({ given, now, port }: Extract<Order, { kind: 'import' }>) {
  let name = '';
  let share = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellShare = () => {
    if (performance.now() - toldAt < PROGRESS_MS) return;
    toldAt = performance.now();
    tell({ kind: 'progress', name, share });
  };
  return importAll(given, {
    now,
    signal: stopping.signal,
    ...(port && { renderElsewhere: renderByPort(port, AbortSignal.any([stopping.signal, alone.signal])) }),
    onFound: (count, skipped) => tell({ kind: 'found', count, skipped }),
    onBegin(begun) {
      name = begun;
      tellShare();
    },
    onShare(done) {
      share = done;
      tellShare();
    },
    onEnd(ended, outcome) {
      share = Math.max(0, share - 1);
      if (outcome instanceof AppError) tell({ kind: 'failure', name: ended, error: toSent(outcome) });
      else tell({ kind: 'result', name: ended, result: outcome });
    },
  });
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'stop') stopping.abort();
  else if (data.kind === 'alone') alone.abort();
  else if (data.kind === 'render') serveRendering(data.port, data.given, data.now);
  // Reported, it reaches the page as the worker's error; a rejected promise would reach nobody.
  else run(data).then((end) => tell({ kind: 'end', end }), reportError);
});
