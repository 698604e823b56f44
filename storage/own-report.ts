import { ownReportId } from '@/core/library/own-report';
import { prepareReport } from '@/core/library/prepare';
import type { Report } from '@/core/paper';
import { dailyWords } from '@/core/words/daily';
import { breathe } from './breathe';
import { readBuilder } from './guide-builder';
import { type TakenReport, toIncoming } from './take-report';
import { type Batch, writeBatch } from './write-batch';

/**
 * Renders a report that was made here. Its guides are the library's own already, so that none of them comes in a second time:
 * its entries tell of them, and its text holds them for an export.
 */
export async function prepareOwnReport(
  report: Report,
  date: string,
  now: number,
): Promise<Batch & { reportId: string }> {
  const { build, edition, language } = await readBuilder();
  const reportId = ownReportId(date);
  const ownSource = dailyWords[language].source;
  const prepared = await prepareReport(report, now, { build, id: reportId, ownSource, breathe });
  return { papers: toIncoming(prepared), edition, report: prepared.report, text: prepared.text, reportId };
}

/** Takes a report that was made here in once more, from its text. */
export async function takeOwnReport(report: Report, date: string, now: number): Promise<TakenReport> {
  const { reportId, ...batch } = await prepareOwnReport(report, date, now);
  return { ...(await writeBatch(batch)), reportId };
}
