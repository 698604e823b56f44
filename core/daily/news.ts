import type { AnnouncedPaper } from './announced-paper';
import type { Reason } from './local-score';

/** What a model says of a paper for one reader; each from 1 to 3. */
export interface ModelScore {
  relevance: number;
  significance: number;
  /** Why, in a few words; '' where the model gave none. */
  why: string;
}

/** A paper of a day with what it was chosen, or not chosen, by. */
export interface NewsPaper {
  paper: AnnouncedPaper;
  /** False for a paper that the reader's keywords left out. */
  wanted: boolean;
  /** The local score, and its reasons, the weightiest first. */
  score: number;
  reasons: Reason[];
  /** Null where no model was asked, or gave nothing that could be used. */
  model: ModelScore | null;
  /** Whether it stands in the day's report. */
  chosen: boolean;
}

/** All that was announced on a day in the reader's categories, kept so that what was not chosen stays reachable. */
export interface DayNews {
  /** The day of the announcement, YYYY-MM-DD. */
  date: string;
  categories: string[];
  crossLists: boolean;
  /** In arXiv's order. */
  papers: NewsPaper[];
  /** Key of the day's report in the library; null until it is there. */
  reportId: string | null;
  /** Epoch milliseconds. */
  madeAt: number;
}
