import type { DayPreview, PreviewBasis } from '@/core/feeds/day-preview';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { TextLanguage } from '@/core/render/language';
import { type FeedWords, feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { renderTree } from '../panel/tree';

interface DayFactsProps {
  day: DayPreview;
  host: string;
  licence: string;
  now: number;
  language: Language;
}

const LANGUAGES: Record<TextLanguage, keyof FeedWords> = {
  zh: 'languageZh',
  en: 'languageEn',
  ja: 'languageJa',
  ko: 'languageKo',
  other: 'languageOther',
};
const BASES: Record<PreviewBasis, keyof FeedWords> = {
  guessed: 'basisGuessed',
  abstract: 'basisAbstract',
  unknown: 'basisUnknown',
};
/** As many skipped lines as are named. */
const SKIPPED_SHOWN = 10;

/** `中文`, or `中文 9、英文 1` where there are several. */
function sayKinds<T extends string>(
  kinds: readonly [T, number][],
  names: Record<T, keyof FeedWords>,
  words: FeedWords,
) {
  if (kinds.length === 1) return kinds.map(([kind]) => words[names[kind]]).join('');
  return kinds.map(([kind, count]) => `${words[names[kind]]}\u00a0${count}`).join(' · '); // a count stays with what it counts
}

function saySize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What a day's file holds. */
export function DayFacts({ day, host, licence, now, language }: DayFactsProps) {
  const words = feedWords[language];
  const facts: [string, string][] = [
    [words.dayOf, describeDay(day.date, now, language)],
    [words.papers, fill(words.paperCount, { n: day.papers })],
    [words.analyses, fill(words.paperCount, { n: day.analyses })],
  ];
  if (day.failures > 0) {
    const count = fill(words.paperCount, { n: day.failures });
    facts.push([
      words.failures,
      language === 'zh' ? `${count}，${words.failuresNote}` : `${count}, ${words.failuresNote}`,
    ]);
  }
  if (day.languages.length > 0) facts.push([words.language, sayKinds(day.languages, LANGUAGES, words)]);
  if (day.bases.length > 0) facts.push([words.basis, sayKinds(day.bases, BASES, words)]);
  facts.push([words.size, `${saySize(day.bytes)} · ${fill(words.via, { host })}`]);
  if (day.skipped.length > 0) facts.push([words.skippedLines, fill(words.skippedCount, { n: day.skipped.length })]);
  if (licence !== '') facts.push([words.licence, licence]);
  return (
    <>
      <dl class="day-facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {day.skipped.length > 0 && (
        <ul class="skipped">
          {day.skipped.slice(0, SKIPPED_SHOWN).map(({ line, reason }, index) => (
            <li key={index}>{fill(words.skippedAt, { line, reason })}</li>
          ))}
          {day.skipped.length > SKIPPED_SHOWN && <li>…</li>}
        </ul>
      )}
    </>
  );
}

/** The first papers of a day's file, as a taste of it. */
export function FirstPapers({ day, language }: Pick<DayFactsProps, 'day' | 'language'>) {
  const words = feedWords[language];
  if (day.papers === 0) return <p>{words.noPapers}</p>;
  return (
    <>
      <h3>{words.firstPapers}</h3>
      <ol class="first-papers">
        {day.first.map(({ id, title, line, language: lineLanguage }, index) => (
          <li key={index} data-id={id}>
            {line !== '' && <span lang={lineLanguage === 'zh' ? undefined : lineLanguage}>{line}</span>}
            <small lang="en">{renderTree(title)}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
