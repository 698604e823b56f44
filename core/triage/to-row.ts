import type { Basis } from '../paper';
import type { Status } from '../status';
import type { TextLanguage } from '../render/language';
import { describeShortDay, toDay } from '../report-day';
import type { Language } from '../settings';
import { type TriageWords, triageWords } from '../words/triage';
import { fill } from '../words/words';
import type { RowMark, TriageRow } from './row';

/** What the library knows of a paper that stands in a list of arXiv's. */
export interface TriageRecord {
  id: string;
  /** '' where there is none; so is the gist. */
  titleChinese: string;
  gist: string;
  /** Of the gist, where that is not Chinese. */
  language: Exclude<TextLanguage, 'zh'> | undefined;
  /** Null without an analysis. */
  basis: Basis | null;
  basisStated: boolean;
  saved: boolean;
  status: Status | null;
  dismissed: boolean;
  /** When its page was first opened; epoch milliseconds. */
  openedAt: number | null;
  /** The first day before today on which a report had it, or it was dismissed; YYYY-MM-DD. */
  appearedOn: string | null;
}

function toBasisMark({ basis, basisStated }: TriageRecord, words: TriageWords): RowMark[] {
  if (basis === null) return [];
  const text = { full: words.basisFull, abstract: words.basisAbstract, unknown: words.basisUnknown }[basis];
  return [{ kind: 'basis', text, hint: basis === 'full' && !basisStated ? words.basisGuessed : '' }];
}

function toStatusMark({ status }: TriageRecord, words: TriageWords): RowMark[] {
  if (status === null) return [];
  const text = { 'to-read': words.statusToRead, reading: words.statusReading, read: words.statusRead }[status];
  return [{ kind: 'status', text, hint: '' }];
}

/** The day on which the reader met the paper: that it was opened says more than that it appeared. */
function toSeenMark({ openedAt, appearedOn }: TriageRecord, language: Language, now: number): RowMark[] {
  const date = openedAt === null ? appearedOn : toDay(openedAt);
  if (date === null) return [];
  const text = openedAt === null ? triageWords[language].appeared : triageWords[language].opened;
  return [{ kind: 'seen', text: fill(text, { day: describeShortDay(date, language, now) }), hint: '' }];
}

/** A paper's row as it is drawn; `now` is epoch milliseconds. */
export function toRow(record: TriageRecord, language: Language, now: number): TriageRow {
  const words = triageWords[language];
  const { id, titleChinese, gist, saved, dismissed } = record;
  const lang = gist === '' || record.language === undefined ? 'zh-CN' : record.language;
  return {
    id,
    titleChinese,
    gist,
    lang: lang === 'other' ? '' : lang,
    marks: [...toBasisMark(record, words), ...toStatusMark(record, words), ...toSeenMark(record, language, now)],
    saved,
    dismissed,
  };
}
