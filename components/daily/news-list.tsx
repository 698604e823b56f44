import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { absUrl } from '@/core/arxiv/id';
import type { NewsPaper } from '@/core/daily/news';
import { describeModelScore, describeWhy } from '@/core/daily/why';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { DismissButton } from './dismiss-button';
import { TexTitle } from './tex-title';
import { WhyButton } from './why-button';

/** What the reader has done with a paper. */
export interface PaperMarks {
  saved: boolean;
  seen: boolean;
  /** Never true of a saved paper. */
  dismissed: boolean;
}

export const UNMARKED: PaperMarks = { saved: false, seen: false, dismissed: false };

/** Whether the reader has made up their mind about a paper: it need not be shown to them again. */
export function isSettled({ seen, dismissed }: PaperMarks): boolean {
  return seen || dismissed;
}

export interface PaperActions {
  onSave: (id: string, saved: boolean) => void;
  onDismiss: (id: string, dismissed: boolean) => void;
  /** The reader opens the paper's page. */
  onOpen: (id: string) => void;
}

interface NewsListProps {
  label: string;
  papers: readonly NewsPaper[];
  /** Papers without any are left out. */
  marks: Readonly<Record<string, PaperMarks>>;
  language: Language;
  /** Must stay the same object, or every row is drawn again. */
  actions: PaperActions;
}

/** Rows drawn at first, and added each time the end of them comes near. */
const ROWS_AT_ONCE = 25;

/** Papers of a day with what was found for and against each. A list of a thousand is drawn as far as it is looked at. */
export function NewsList({ label, papers, marks, language, actions }: NewsListProps) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const end = useRef<HTMLDivElement>(null);
  const more = limit < papers.length;
  useEffect(() => {
    if (!more || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(limit + ROWS_AT_ONCE);
      },
      // The second is for a list within a part of the page that scrolls by itself; an older browser does without.
      { rootMargin: '800px', scrollMargin: '800px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [more, limit]);
  return (
    <>
      {/* Safari takes lists without bullets for no lists, unless told. */}
      <ul class="news" role="list" aria-label={label}>
        {papers.slice(0, limit).map((news) => (
          <NewsRow
            key={news.paper.id}
            news={news}
            {...(marks[news.paper.id] ?? UNMARKED)}
            language={language}
            actions={actions}
          />
        ))}
      </ul>
      {more && <div ref={end} />}
    </>
  );
}

export function rowClass({ seen, dismissed }: Pick<PaperMarks, 'seen' | 'dismissed'>): string {
  return `news-row${seen ? ' seen' : ''}${dismissed ? ' dismissed' : ''}`;
}

interface NewsRowProps extends PaperMarks {
  news: NewsPaper;
  language: Language;
  actions: PaperActions;
}

function NewsRow({ news, saved, seen, dismissed, language, actions }: NewsRowProps) {
  // The same nodes again let a long list change one row without comparing all.
  return useMemo(() => {
    const words = dayViewWords[language];
    const { id, title, categories } = news.paper;
    const score = describeModelScore(news, language);
    const [primary = '', ...others] = categories;
    return (
      <li class={rowClass({ seen, dismissed })} data-paper={id}>
        <a
          class="news-title"
          lang="en"
          href={absUrl(id)}
          target="_blank"
          rel="noreferrer"
          onClick={() => actions.onOpen(id)}
          onAuxClick={() => actions.onOpen(id)}
        >
          <TexTitle text={title} />
        </a>
        <p class="news-marks">
          <span title={categories.join(', ')}>
            {primary}
            {others.length > 0 && ` +${others.length}`}
          </span>
          {score !== null && <span>{score}</span>}
          <WhyButton title={title} read={() => describeWhy(news, language)} words={words} />
          {seen && <span>{words.seen}</span>}
          {!saved && (
            <DismissButton
              title={title}
              dismissed={dismissed}
              words={words}
              onDismiss={(change) => actions.onDismiss(id, change)}
            />
          )}
        </p>
        <button
          type="button"
          class="star"
          aria-pressed={saved}
          aria-label={words.save}
          title={saved ? words.saved : words.save}
          onClick={() => actions.onSave(id, !saved)}
        >
          {saved ? '★' : '☆'}
        </button>
      </li>
    );
  }, [news, saved, seen, dismissed, language, actions]);
}
