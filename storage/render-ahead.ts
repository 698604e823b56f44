import type { GivenFile } from '@/core/library/incoming';
import type { RenderedFile } from './import';
import { findSources, type ImportSource } from './import-sources';
import { readImportLibrary } from './take-report';

/** Renders a source, named by its place and, to be sure, its name. `onProgress` hears how much is done, from 0 to 1. Never fails. */
export type RenderSource = (
  place: number,
  name: string,
  onProgress: (share: number) => void,
) => Promise<RenderedFile | null>;

/** So many bytes of files are rendered at the most before they are written, or one file: in memory they take several times as much. */
const BYTES_AHEAD = 1_000_000;

/**
 * Renders files of an import that is written elsewhere. Null is given for what has to be opened there: files that hold no report,
 * or cannot be read.
 *
 * @param now epoch milliseconds, of the import
 */
export async function renderSources(given: readonly GivenFile[], now: number): Promise<RenderSource> {
  const [{ sources }, library] = await Promise.all([findSources(given), readImportLibrary()]);
  return async (place, name, onProgress) => {
    const source = sources[place];
    if (source?.name !== name) return null;
    try {
      const file = await source.open({ now, name, library, onProgress });
      return file.render && (await file.render());
    } catch {
      // What is wrong with a file is found out and told where it is written.
      return null;
    }
  };
}

/** Asks for files before their turn, in their order, and gives each when it is wanted. */
export class RenderAhead {
  readonly #coming = new Map<ImportSource, Promise<RenderedFile | null>>();
  readonly #render: RenderSource;
  readonly #sources: readonly ImportSource[];
  #asked = 0;
  #bytes = 0;

  constructor(sources: readonly ImportSource[], render: RenderSource) {
    this.#sources = sources;
    this.#render = render;
  }

  /** Null: it has to be opened by whoever wants it. */
  async take(source: ImportSource, onProgress: (share: number) => void): Promise<RenderedFile | null> {
    this.#ask(source, onProgress);
    const file = await this.#coming.get(source);
    this.#coming.delete(source);
    this.#bytes -= source.bytes;
    this.#ask(null, onProgress);
    return file ?? null;
  }

  #ask(wanted: ImportSource | null, onProgress: (share: number) => void): void {
    for (;;) {
      const source = this.#sources[this.#asked];
      const isWanted = wanted !== null && !this.#coming.has(wanted);
      if (!source || (!isWanted && this.#bytes + source.bytes > BYTES_AHEAD)) return;
      this.#coming.set(source, this.#render(this.#asked, source.name, onProgress));
      this.#asked += 1;
      this.#bytes += source.bytes;
    }
  }
}
