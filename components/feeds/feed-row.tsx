import { formatRoute } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { JobProgress } from './job-progress';
import { sayError, sayLast, sayTimes, type ShownFeed } from './shown-feed';

interface FeedRowProps {
  shown: ShownFeed;
  now: number;
  language: Language;
  onCancel: (feedId: string) => void;
}

/** One subscription in the list. */
export function FeedRow({ shown, now, language, onCancel }: FeedRowProps) {
  const { feed, job } = shown;
  const error = sayError(shown, now, language);
  return (
    <li class={error === null ? '' : 'troubled'}>
      <h3>
        <a href={formatRoute({ kind: 'feed', id: feed.id })}>{feed.name}</a>
      </h3>
      <p>{sayLast(shown, now, language)}</p>
      <p class="facts">
        {sayTimes(shown, now, language).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      {error !== null && <p class="warning">{error}</p>}
      {job && (
        <JobProgress job={job} name={feed.name} now={now} language={language} onCancel={() => onCancel(feed.id)} />
      )}
    </li>
  );
}

interface FeedListProps extends Omit<FeedRowProps, 'shown'> {
  feeds: readonly ShownFeed[];
}

/** All subscriptions; what one is, when there is none. */
export function FeedList({ feeds, ...row }: FeedListProps) {
  const words = feedWords[row.language];
  if (feeds.length === 0) {
    return (
      <div class="no-feeds">
        <h2>{words.none}</h2>
        <p>{words.what}</p>
        <p class="small">{words.nothingAsked}</p>
      </div>
    );
  }
  return (
    <>
      <h2>{words.feeds}</h2>
      <ul class="feed-list" role="list" aria-label={words.yours}>
        {feeds.map((shown) => (
          <FeedRow key={shown.feed.id} shown={shown} {...row} />
        ))}
      </ul>
    </>
  );
}
