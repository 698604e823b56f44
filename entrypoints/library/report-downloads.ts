import type { ReportFormat } from '@/components/library/report-head';
import type { Report } from '@/core/paper';
import type { ReportRecord } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { breathe } from '@/storage/breathe';
import { readBuilder } from '@/storage/guide-builder';
import { readReport, readReportText, reportsOfDate } from '@/storage/reports';
import { download, localDay } from './download';
import { readAccount } from './report-data';

const ENDINGS: Record<ReportFormat, string> = { markdown: 'md', html: 'html', json: 'json' };
const TYPES: Record<ReportFormat, string> = {
  markdown: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
  json: 'application/json',
};

async function writeHtml(report: Report, record: ReportRecord, language: Language): Promise<string> {
  const [{ toReportHtml }, { prepareReport }, { build }] = await Promise.all([
    import('@/core/export/report-html'),
    import('@/core/library/prepare'),
    readBuilder(),
  ]);
  const { feedId, via, source } = record;
  const origin = feedId === undefined ? null : { feedId, name: source, via: via ?? '' };
  const prepared = await prepareReport(report, record.importedAt, { build, origin, id: record.id, breathe });
  const sameDay = record.date === null ? [] : await reportsOfDate(record.date);
  const account = await readAccount(record.date, sameDay);
  return toReportHtml(prepared, { language, account: account.rows });
}

// Formats come when they are asked for: no list needs them to be drawn.
async function write(report: Report, record: ReportRecord, format: ReportFormat, language: Language): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('@/core/export/report-markdown')).toReportMarkdown(report);
    case 'html':
      return writeHtml(report, record, language);
    case 'json':
      return (await import('@/core/export/report-json')).toReportJson(report);
  }
}

/** Saves a report as a file; gives its name, null when the report or its text is gone. */
export async function downloadReport(id: string, format: ReportFormat, language: Language): Promise<string | null> {
  const [report, record] = await Promise.all([readReportText(id), readReport(id)]);
  if (!report || !record) return null;
  const file = `daodu-report-${report.date ?? localDay(new Date())}.${ENDINGS[format]}`;
  download(file, [await write(report, record, format, language)], TYPES[format]);
  return file;
}
