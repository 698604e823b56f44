import type { AnnounceType } from '../arxiv/announce-type';

/** What arXiv announced on a day in some categories, as its RSS feed said. */
export interface AnnouncedDay {
  /** The day on which it was announced in New York, YYYY-MM-DD; reports are dated by it. */
  date: string;
  /** The categories that were asked for. */
  categories: string[];
  /** Epoch milliseconds. */
  fetchedAt: number;
  items: { id: string; version: number | null; categories: string[]; announced: AnnounceType }[];
}
