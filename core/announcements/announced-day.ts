import type { AnnounceType } from '../arxiv/announce-type';

/** What arXiv announced on a day in some categories, as the library keeps it. */
export interface AnnouncedDay {
  /** The day on which it was mailed, YYYY-MM-DD, as arXiv's feed has it; reports are dated by it. */
  date: string;
  /** What was asked for: `cs.CV`, or a whole archive, `cs`. Of no other category is anything known. */
  categories: string[];
  /** When it was last added to, epoch milliseconds. */
  fetchedAt: number;
  items: {
    /** Without version. */
    id: string;
    version: number | null;
    /** Primary first. */
    categories: string[];
    announced: AnnounceType;
  }[];
}
