import type { AnnounceType } from '../arxiv/announce-type';

/** A paper that arXiv announced on a day, with its metadata. */
export interface AnnouncedPaper {
  /** Without version. */
  id: string;
  version: number | null;
  title: string;
  authors: string[];
  abstract: string;
  /** Primary first. */
  categories: string[];
  announced: AnnounceType;
  /** What authors say of their paper (venue, pages); null where nothing is known. */
  comments: string | null;
  /** Day of the first version, YYYY-MM-DD; null where it is not known. */
  published: string | null;
}
