import type { Clock } from '@/core/clock';

/** The machine's clock. */
export const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error); // as: the reason an abort was given
      };
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
