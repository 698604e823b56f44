import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DayPreview } from '@/core/feeds/day-preview';
import { nameDay } from '@/core/moment';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { DayFacts, FirstPapers } from './day-facts';

/** How far a preview is. */
export type PreviewState =
  /** The browser asks the reader. */
  | { kind: 'asking'; hosts: string }
  | { kind: 'looking'; date: string }
  | { kind: 'found'; day: DayPreview; host: string }
  /** `message` is the reader's sentence: denied, stopped, or nothing that can be used. */
  | { kind: 'failed'; message: string };

interface PreviewViewProps {
  name: string;
  state: PreviewState;
  /** Its licence in words; '' where nobody knows. */
  licence: string;
  now: number;
  language: Language;
  /** What was said of the last click on 订阅; '' for nothing. */
  said: string;
  onStop: () => void;
  /** Both are called in the click itself. */
  onAgain: () => void;
  onSubscribe: () => void;
  onLeave: () => void;
  /** The feed's routes. */
  children: ComponentChildren;
}

/** A feed's newest day, before it is subscribed to. */
export function PreviewView(props: PreviewViewProps) {
  const { name, state, licence, now, language, said, onStop, onAgain, onSubscribe, onLeave, children } = props;
  const words = feedWords[language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="page feeds">
      <h2 ref={heading} tabIndex={-1}>
        {fill(words.previewTitle, { name })}
      </h2>
      <div role="status">
        {state.kind === 'asking' && <p class="message">{fill(words.asking, { hosts: state.hosts })}</p>}
        {state.kind === 'looking' && (
          <p class="message">{fill(words.looking, { date: nameDay(state.date, now, language) })}</p>
        )}
        {state.kind === 'failed' && <p class="message failed">{state.message}</p>}
      </div>
      {state.kind === 'found' && (
        <DayFacts day={state.day} host={state.host} licence={licence} now={now} language={language} />
      )}
      <p class="message" role="status">
        {said}
      </p>
      <p class="actions">
        {state.kind === 'found' && (
          <button type="button" class="button primary" onClick={onSubscribe}>
            {words.subscribe}
          </button>
        )}
        {state.kind === 'looking' ? (
          <button type="button" class="button" onClick={onStop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="button" onClick={onAgain}>
            {words.again}
          </button>
        )}
        <button type="button" class="button" onClick={onLeave}>
          {state.kind === 'found' ? words.leave : words.cancel}
        </button>
      </p>
      {state.kind === 'found' && <FirstPapers day={state.day} language={language} />}
      {children}
    </section>
  );
}
