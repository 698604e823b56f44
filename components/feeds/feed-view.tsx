import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FeedDay } from '@/core/feeds/feed';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { DaysTable } from './days-table';
import { HourForm, RenameForm, Unsubscribe } from './feed-manage';
import { FillForm } from './fill-form';
import { JobProgress } from './job-progress';
import { sayError, sayLast, sayTimes, type ShownFeed } from './shown-feed';

interface FeedViewProps {
  shown: ShownFeed;
  /** Newest first. */
  days: readonly FeedDay[];
  /** Where its files lie, in words. */
  address: string;
  licence: string;
  now: number;
  language: Language;
  /** What became of the last click; '' for nothing to say. */
  said: string;
  /** Both are called in the click itself. */
  onCheck: () => void;
  onFill: (days: number) => void;
  onCancel: () => void;
  onRename: (name: string) => void;
  /** Minutes after midnight in Beijing. */
  onHour: (minutes: number) => void;
  onUnsubscribe: () => void;
  /** The feed's routes. */
  children: ComponentChildren;
}

/** One subscription: how it fares, its days, its routes, and what can be done with it. */
export function FeedView(props: FeedViewProps) {
  const { shown, days, address, licence, now, language, said, children } = props;
  const words = feedWords[language];
  const { feed, job } = shown;
  const error = sayError(shown, now, language);
  // One that waits after a failure may be asked at once.
  const busy = job !== null && (job.state === 'running' || job.notBefore <= now);
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="page feeds">
      <p class="small">
        <a class="back-link" href="#/feeds">
          ‹ {words.back}
        </a>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {feed.name}
      </h2>
      <p>{sayLast(shown, now, language)}</p>
      <p class="facts">
        {sayTimes(shown, now, language).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      {error !== null && <p class="warning">{error}</p>}
      {job && <JobProgress job={job} name={feed.name} now={now} language={language} onCancel={props.onCancel} />}
      <p class="actions">
        <button type="button" class="button" disabled={busy} onClick={props.onCheck}>
          {words.checkNow}
        </button>
      </p>
      <p class="message" role="status">
        {said}
      </p>
      <h3>{words.days}</h3>
      <DaysTable days={days} now={now} language={language} />
      <FillForm busy={busy} words={words} onFill={props.onFill} />
      {children}
      <h3>{words.manage}</h3>
      <p class="small address">
        {words.addressIs}
        {words.colon}
        <span translate={false}>{address}</span>
      </p>
      {licence !== '' && (
        <p class="small">
          {words.licence}
          {words.colon}
          {licence}
        </p>
      )}
      <RenameForm key={feed.name} name={feed.name} words={words} onRename={props.onRename} />
      <HourForm key={feed.usualMinutes} minutes={feed.usualMinutes} words={words} onHour={props.onHour} />
      <Unsubscribe name={feed.name} words={words} onUnsubscribe={props.onUnsubscribe} />
    </section>
  );
}
