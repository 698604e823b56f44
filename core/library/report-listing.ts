import type { ReportRecord } from './records';

/** A report in a list of days. */
export interface ReportListing {
  id: string;
  date: string | null;
  title: string;
  source: string;
  count: number;
  /** The host by which a feed's report came; null for a file. */
  via: string | null;
}

export function toListing({ id, date, title, source, entries, via }: ReportRecord): ReportListing {
  return { id, date, title, source, count: entries.length, via: via ?? null };
}
