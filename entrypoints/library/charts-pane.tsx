import { useEffect, useState } from 'preact/hooks';
import { ChartsView, type Range } from '@/components/charts/charts-view';
import { Notice } from '@/components/library/notice';
import type { DayCounts } from '@/core/library/day-counts';
import type { Language } from '@/core/settings';
import { chartWords } from '@/core/words/charts';
import { readDayCounts } from '@/storage/day-counts';
import { readSettings } from '@/storage/settings';

const FIRST_RANGE: Range = 90;
/** As many of the reader's keywords as can be told apart in a picture and more. */
const MOST_KEYWORDS = 12;

interface Counts {
  days: DayCounts[] | null;
  keywords: string[];
  counting: { done: number; total: number } | null;
  failed: boolean;
}

/** Counts once when the pictures are opened; days that came meanwhile are there when they are opened again. */
function useCounts(): Counts {
  const [counts, setCounts] = useState<Counts>({ days: null, keywords: [], counting: null, failed: false });
  useEffect(() => {
    const leaving = new AbortController();
    const count = async () => {
      const { interests } = await readSettings();
      const keywords = [...interests.primary, ...interests.secondary].slice(0, MOST_KEYWORDS);
      const days = await readDayCounts(keywords, leaving.signal, (done, total) =>
        setCounts((before) => ({ ...before, counting: { done, total } })),
      );
      setCounts({ days, keywords, counting: null, failed: false });
    };
    count().catch((cause: unknown) => {
      if (leaving.signal.aborted) return;
      console.error(cause);
      setCounts((before) => ({ ...before, failed: true }));
    });
    return () => leaving.abort();
  }, []);
  return counts;
}

/** The library in pictures. */
export function ChartsPane({ language }: { language: Language }) {
  const words = chartWords[language];
  const { days, keywords, counting, failed } = useCounts();
  const [range, setRange] = useState<Range>(FIRST_RANGE);
  if (failed) return <Notice title={words.title} text={words.failed} />;
  if (days?.length === 0) return <Notice title={words.empty} text={words.emptyHint} />;
  return (
    <ChartsView
      days={days ?? []}
      range={range}
      hasKeywords={keywords.length > 0}
      counting={counting}
      now={Date.now()}
      language={language}
      words={words}
      onRange={setRange}
      onPrint={() => print()}
    />
  );
}
