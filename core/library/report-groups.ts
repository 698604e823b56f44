import { toKeywordTest } from '../keywords';
import { type DayEntry, type GroupedDay, groupDay, mergeDay } from './day';
import type { ReportRecord } from './records';

/** New papers of one report that are shown at once. Reports that somebody chose for have some dozens at most. */
const MOST_AT_ONCE = 60;

/** The papers of one report, each once, as its page shows them: those with a keyword of the reader's first, many folded. */
export function groupReport(report: ReportRecord, keywords: readonly string[]): GroupedDay {
  const test = toKeywordTest(keywords);
  const isWanted =
    test && (({ title, titleChinese, gist }: DayEntry) => test([title, titleChinese ?? '', gist].join('\n')));
  return groupDay(mergeDay([report]), isWanted, MOST_AT_ONCE);
}
