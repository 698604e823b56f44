import type { PopupWords } from '@/core/words/popup';

/** How far the sample has come on its way into the library. */
export type SampleState = 'idle' | 'loading' | 'failed';

interface EmptyLibraryProps {
  sample: SampleState;
  /** Whether reports are on their way. */
  subscribed: boolean;
  words: PopupWords;
  onSample: () => void;
}

/** What stands in place of a report before the first one: where reports come from, and the ways in. */
export function EmptyLibrary({ sample, subscribed, words, onSample }: EmptyLibraryProps) {
  return (
    <section class="empty">
      <h1>{subscribed ? words.waitingTitle : words.emptyTitle}</h1>
      <p>{subscribed ? words.waitingText : words.emptyText}</p>
      <p class="small">{words.emptyHow}</p>
      <p class="choices">
        <a class="button primary" href="library.html#/feeds" target="_blank">
          {subscribed ? words.openFeeds : words.subscribe}
        </a>
        <a class="button" href="library.html#/import" target="_blank">
          {words.importReport}
        </a>
        <button type="button" class="button" disabled={sample === 'loading'} onClick={onSample}>
          {sample === 'loading' ? words.loadingSample : words.loadSample}
        </button>
      </p>
      <p class="small" role="status">
        {sample === 'failed' ? words.sampleFailed : ''}
      </p>
    </section>
  );
}
