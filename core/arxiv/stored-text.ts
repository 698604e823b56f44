import type { FullText } from './full-text';

/** A full text that was fetched, kept so that it is asked for once. `id` is the arXiv id with the version asked for. */
export interface StoredText {
  id: string;
  /** Null: arXiv had none, or none that could be read. */
  text: FullText | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
}
