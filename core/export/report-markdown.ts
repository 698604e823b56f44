import type { Report } from '../paper';
import { formatReport } from '../report/format';

/** Whether a report came as text, which is then given back byte by byte. */
export function cameAsText({ layout }: Pick<Report, 'layout'>): boolean {
  return layout !== null && layout !== undefined;
}

/**
 * A report as Markdown: the bytes of the file it came as. One that was never text is written as the generator does, and what
 * stands there in place of an analysis is left out: nothing in that form would say that it is none.
 */
export function toReportMarkdown(report: Report): string {
  if (cameAsText(report)) return formatReport(report);
  return formatReport({ ...report, papers: report.papers.map((paper) => ({ ...paper, failure: null })) });
}
