import { useMemo } from 'preact/hooks';
import { lastDays, toChart } from '@/core/library/chart-series';
import type { DayCounts } from '@/core/library/day-counts';
import type { Language } from '@/core/settings';
import type { ChartWords } from '@/core/words/charts';
import { fill } from '@/core/words/words';
import { ChartFigure } from './chart-figure';

export const RANGES = [30, 90, 365, 0] as const;
export type Range = (typeof RANGES)[number];

interface ChartsViewProps {
  days: readonly DayCounts[];
  /** How many days; 0: all. */
  range: Range;
  hasKeywords: boolean;
  /** How far counting is; null when it is done. */
  counting: { done: number; total: number } | null;
  now: number;
  language: Language;
  words: ChartWords;
  onRange: (range: Range) => void;
  onPrint: () => void;
}

/** Papers a day by category, and topics over time. */
export function ChartsView(props: ChartsViewProps) {
  const { days, range, hasKeywords, counting, now, language, words, onRange, onPrint } = props;
  const shown = useMemo(() => lastDays(days, range), [days, range]);
  const papers = useMemo(
    () => toChart(shown, ({ categories }) => nameUnsorted(categories, words.unsorted), 6, words.others),
    [shown, words],
  );
  const topics = useMemo(
    () => toChart(shown, (day) => (hasKeywords ? day.keywords : day.terms), 6, null),
    [shown, hasKeywords],
  );
  const unit = words[papers.unit];
  const total = shown.reduce((sum, day) => sum + day.papers, 0);
  const common = { now, language, words };
  return (
    <section class="charts" aria-labelledby="charts-title">
      <header>
        <h2 id="charts-title">{words.title}</h2>
        <fieldset class="ranges">
          <legend class="visually-hidden">{words.range}</legend>
          {RANGES.map((one) => (
            <button key={one} type="button" class="tool" aria-pressed={one === range} onClick={() => onRange(one)}>
              {words[`range${one}`]}
            </button>
          ))}
        </fieldset>
        <button type="button" class="tool" onClick={onPrint}>
          {words.print}
        </button>
        <p class="counting" role="status">
          {counting && fill(words.counting, counting)}
        </p>
      </header>
      {papers.series.length > 0 && (
        <ChartFigure
          kind="bars"
          chart={papers}
          title={fill(words.papers, { unit })}
          text={fill(words.papersText, { n: total.toLocaleString('en') })}
          {...common}
        />
      )}
      {topics.series.length > 0 ? (
        <ChartFigure
          kind="lines"
          chart={topics}
          title={words.topics}
          text={fill(hasKeywords ? words.topicsKeywords : words.topicsTerms, { unit })}
          {...common}
        />
      ) : (
        papers.series.length > 0 && <p class="counting">{words.noTopics}</p>
      )}
    </section>
  );
}

function nameUnsorted(categories: Readonly<Record<string, number>>, name: string): Record<string, number> {
  return Object.fromEntries(Object.entries(categories).map(([category, count]) => [category || name, count]));
}
