import type { Guide } from '@/core/guide/guide';
import type { JobView } from '@/core/jobs/view';
import type { Outline } from '@/core/roles/outline';
import type { PanelHeight } from '@/core/settings';
import type { PanelWords } from '@/core/words/panel';

export type CopyFormat = 'markdown' | 'html' | 'text' | 'bibtex';

/** What a panel shows of one paper; `guides` stand best first. */
export interface PanelData {
  id: string;
  saved: boolean;
  guides: Guide[];
  height: PanelHeight;
  outlineOpen: boolean;
  words: PanelWords;
  /** What is being written of this paper, or why it could not be; null when nothing is. */
  job: JobView | null;
  /** What a guide will cost about (约 0.02 元，约 18,500 tokens); '' when that is not known. */
  estimate: string;
  /** Whether the default model reads PDF. */
  readsPdf: boolean;
}

/** What goes to the clipboard; `note` is to be looked at before the paper is cited, '' for nothing. */
export interface Copied {
  text: string;
  html: string;
  note: string;
}

/** What a panel asks of whoever shows it. A promise that rejects is told to the reader in the panel. */
export interface PanelActions {
  save: (saved: boolean) => Promise<{ saved: boolean }>;
  cite: (format: CopyFormat, guideKey: string | null) => Promise<Copied>;
  /** What the paper can be copied as beside that. */
  moreCopies?: readonly { label: string; copy: () => Promise<Copied> }[];
  readOutline: () => Promise<Outline>;
  /** Null where the panel only shows what there is. */
  writing: WritingActions | null;
  /** The reader chose; to be remembered. */
  setHeight: (height: PanelHeight) => void;
  setOutlineOpen: (open: boolean) => void;
  /** Marks a sentence of the abstract on the page; null for none. */
  highlight: (sentence: string | null) => void;
}

/** What leads to a new guide or a better one, which is then drawn by itself. */
interface WritingActions {
  /** Begins to write a guide, or opens the settings where there is no model yet. */
  write: (source: 'html' | 'pdf') => Promise<void>;
  /** Stops what is being written. */
  stop: () => Promise<void>;
  /** Looks a guide's numbers up in the paper's full text. */
  check: (guideKey: string) => Promise<void>;
}

/**
 * What every piece of a panel gets as `view`. `retired` once the script behind the buttons is gone: what is there stays
 * readable, and that is all. (Passed down by hand: hooks and contexts would add 4 kB to every abstract page.)
 */
export interface View {
  words: PanelWords;
  actions: PanelActions;
  retired: boolean;
  /** Tells the reader what just happened. */
  say: (text: string) => void;
}
