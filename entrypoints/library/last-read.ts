import { isLost } from '@/storage/lost';

/** What was read last, by its key: it is given once more while the library is lost. */
export class LastRead<T> {
  readonly #known = new Map<string, T>();

  /** @param most how many are kept, the last ones read. */
  constructor(readonly most: number) {}

  async read(key: string, work: () => Promise<T>): Promise<T> {
    try {
      const value = await work();
      this.#known.delete(key);
      this.#known.set(key, value);
      for (const oldest of this.#known.keys()) {
        if (this.#known.size <= this.most) break;
        this.#known.delete(oldest);
      }
      return value;
    } catch (cause) {
      const known = this.#known.get(key);
      if (known === undefined || !isLost(cause)) throw cause;
      return known;
    }
  }
}
