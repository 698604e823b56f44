import type { HereWords } from '@/core/words/here';
import type { SendWords } from '@/core/words/sending';
import { fill } from '@/core/words/words';

/** What there is to say of the one paper that goes to Zotero. */
export type SendState =
  /** It was sent before, at a moment in words. */
  | { kind: 'confirm'; sentAt: string }
  | { kind: 'asking' }
  | { kind: 'sending' }
  | { kind: 'done'; place: string | null }
  /** Why not, for the reader. */
  | { kind: 'failed'; problem: string };

export interface SendLineActions {
  onSend: () => void;
  onStop: () => void;
  onRis: () => void;
}

interface SendLineProps extends SendLineActions {
  state: SendState | null;
  here: HereWords;
  words: SendWords;
}

function textOf(state: SendState | null, here: HereWords, words: SendWords): string {
  switch (state?.kind) {
    case undefined:
      return '';
    case 'confirm':
      return fill(words.sentOne, { date: state.sentAt });
    case 'asking':
      return here.asking;
    case 'sending':
      return here.sending;
    case 'done':
      return fill(state.place === null ? words.done : words.doneAt, { n: 1, place: state.place ?? '' });
    case 'failed':
      return state.problem;
  }
}

/** What a sending to Zotero asks, how far it is, how it ended; always there, or screen readers would miss the first word. */
export function SendLine({ state, here, words, onSend, onStop, onRis }: SendLineProps) {
  const kind = state?.kind;
  return (
    <div class={kind === undefined ? 'send-line' : `send-line ${kind}`}>
      <p role="status">{textOf(state, here, words)}</p>
      {(kind === 'confirm' || kind === 'failed') && (
        <button type="button" class="tool" onClick={onSend}>
          {kind === 'confirm' ? words.sendAgain : words.retry}
        </button>
      )}
      {kind === 'failed' && (
        <button type="button" class="tool" onClick={onRis}>
          {words.asRis}
        </button>
      )}
      {(kind === 'confirm' || kind === 'asking') && (
        <button type="button" class="tool" onClick={onStop}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}
