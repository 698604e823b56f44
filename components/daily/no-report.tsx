import type { DailyEnd } from '@/core/daily/daily-state';
import { nameDay, nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { fillSpaced } from '@/core/words/words';

interface NoReportProps {
  end: Exclude<DailyEnd, { kind: 'made' }>;
  now: number;
  language: Language;
}

/** Why there is no report of a day that was asked for: for now, or at all. */
export function NoReport({ end, now, language }: NoReportProps) {
  const words = dayViewWords[language];
  const day = nameDay(end.date, now, language);
  const text = { gone: words.gone, none: words.nothing, 'not-yet': words.notYet }[end.kind];
  const time = end.kind === 'not-yet' ? nameMoment(end.until, now, language) : '';
  return <p role="status">{fillSpaced(text, { day, time })}</p>;
}
