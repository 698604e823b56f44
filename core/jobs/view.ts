import type { Guide } from '../guide/guide';

/** A job as a panel shows it. */
export interface JobView {
  state: 'waiting' | 'running' | 'failed';
  /** What is going on, or what went wrong, in the reader's words. */
  line: string;
  /** What is written so far; null while there is nothing. */
  guide: Guide | null;
}
