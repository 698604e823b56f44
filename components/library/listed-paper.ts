import type { Basis } from '@/core/paper';
import type { Status } from '@/core/status';
import type { Tree } from '@/core/render/tree';

/** A paper as any list of the library page draws it; a report knows no authors and no tags of its own. */
export interface ListedPaper {
  id: string;
  version: number | null;
  title: string;
  titleChinese: string | null;
  gist: string;
  /** One of the paper's own key sentences, where nothing else says what it is about. */
  keySentence?: Tree[];
  authors: string[];
  categories: string[];
  /** Null when there is no analysis. */
  basis: Basis | null;
  /** False when the basis was only guessed from the form of the text. */
  basisStated: boolean;
  tags: string[];
  /** Null: none was named, or the list does not say. */
  status: Status | null;
  saved: boolean;
  seen: boolean;
  /** Never true of a saved paper. */
  dismissed: boolean;
  /** What a search looks through beside the fields above: note and analyses, one text each. */
  texts: string[];
  /** On which day a report had it before, as it is said; absent when it is new. */
  seenBefore?: string;
  /** True when the source has text in place of an analysis that is none. */
  failed?: boolean;
  /** True when it was taken out of the library, as nobody saved or opened it. */
  gone?: boolean;
  /** True where it is known why it was chosen. */
  hasWhy?: boolean;
}
