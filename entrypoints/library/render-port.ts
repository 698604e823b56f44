import type { GivenFile } from '@/core/library/incoming';
import type { RenderedFile } from '@/storage/import';
import { renderSources, type RenderSource } from '@/storage/render-ahead';
import type { Rendered, RenderOrder } from './import-messages';

/** More often nobody could see it move. */
const PROGRESS_MS = 100;

/** Renders what is asked for by the port, one file after the other. */
export function serveRendering(port: MessagePort, given: readonly GivenFile[], now: number): void {
  const sources = renderSources(given, now);
  let toldAt = performance.now();
  const serve = async ({ place, name }: RenderOrder): Promise<void> => {
    const tell = (share: number) => {
      if (performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      port.postMessage({ kind: 'progress', place, share } satisfies Rendered, []); // []: nothing is given away
    };
    // Whoever writes asks the library again, and tells what is wrong with it.
    const file = await sources.then((render) => render(place, name, tell)).catch(() => null);
    port.postMessage({ kind: 'file', place, file } satisfies Rendered, []);
  };
  let last = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<RenderOrder>) => {
    last = last.then(() => serve(data));
  });
  port.start();
}

/**
 * Has files rendered at the other end of a port. After `signal` is aborted, or when what comes cannot be read, nothing is waited
 * for: null is given at once.
 */
export function renderByPort(port: MessagePort, signal: AbortSignal): RenderSource {
  const waiting = new Map<
    number,
    { resolve: (file: RenderedFile | null) => void; onProgress: (share: number) => void }
  >();
  port.addEventListener('message', ({ data }: MessageEvent<Rendered>) => {
    const asked = waiting.get(data.place);
    if (data.kind === 'progress') asked?.onProgress(data.share);
    else {
      waiting.delete(data.place);
      asked?.resolve(data.file);
    }
  });
  let isOver = signal.aborted;
  const giveUp = () => {
    isOver = true;
    for (const { resolve } of waiting.values()) resolve(null);
    waiting.clear();
  };
  port.addEventListener('messageerror', giveUp);
  port.start();
  signal.addEventListener('abort', giveUp);
  return (place, name, onProgress) =>
    new Promise((resolve) => {
      if (isOver) {
        resolve(null);
        return;
      }
      waiting.set(place, { resolve, onProgress });
      port.postMessage({ place, name } satisfies RenderOrder, []);
    });
}
