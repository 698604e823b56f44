import type { Report } from '../paper';

/** A report as `daodu parse` prints it, which an import takes for the same report again. */
export function toReportJson(report: Report): string {
  return `${JSON.stringify({ report, skipped: [] })}\n`;
}
