const OWN = '本机生成';

/** Key of the report that is made here of a day, YYYY-MM-DD: a day has one, whatever its title, and no other report has its key. */
export function ownReportId(date: string): string {
  return `${date}|${OWN}`;
}

/** Whether a report was made here. */
export function isOwnReport(reportId: string): boolean {
  return /^\d{4}-\d{2}-\d{2}\|/.test(reportId) && reportId.slice('YYYY-MM-DD|'.length) === OWN;
}
