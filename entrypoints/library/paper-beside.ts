import type { PanelActions, PanelData } from '@/components/panel/view';

/** What can be done with a paper beside one of its own pages, where the library itself only shows what there is. */
export interface PaperBeside extends Pick<PanelData, 'job' | 'estimate' | 'readsPdf'> {
  /** Of the page; null when its address names none. */
  shownVersion: number | null;
  /** The page's own title, for a paper that the library does not know. */
  title: string;
  writing: NonNullable<PanelActions['writing']>;
  /** Has the library know the paper, asking arXiv where it must. */
  learn: () => Promise<void>;
}
