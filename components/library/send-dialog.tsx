import { useEffect, useRef } from 'preact/hooks';
import type { SendWords } from '@/core/words/sending';
import { fill, fillSpaced } from '@/core/words/words';

/** Where a sending to Zotero stands, as it is drawn. */
export type Sending =
  | { kind: 'asking-browser' }
  /** `again` of the papers were sent before, last at `lastAt` (a moment in words). */
  | { kind: 'confirm'; total: number; again: number; lastAt: string }
  | { kind: 'sending'; done: number; total: number; place: string | null }
  | {
      kind: 'ended';
      sent: number;
      place: string | null;
      /** Titles of papers that Zotero could not save. */
      failed: string[];
      left: number;
      /** What went wrong, for the reader; null where the reader stopped it, or where nothing did. */
      problem: string | null;
    };

export interface SendActions {
  /** Sends, after all: every paper, or those that were never sent. */
  onSend: (which: 'all' | 'rest') => void;
  onStop: () => void;
  onRetry: () => void;
  onRis: () => void;
  onClose: () => void;
}

interface SendDialogProps extends SendActions {
  sending: Sending;
  words: SendWords;
}

function Asking({ words, onClose }: SendDialogProps) {
  return (
    <>
      <p role="status">{words.askingBrowser}</p>
      <div class="choices">
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}

function Confirm({ sending, words, onSend, onClose }: SendDialogProps & { sending: Sending & { kind: 'confirm' } }) {
  const { total, again, lastAt } = sending;
  const known = total === 1 ? words.sentOne : words.sentSome;
  const text = again === 0 ? words.confirmMany : known;
  const rest = total - again;
  return (
    <>
      <p>{fillSpaced(text, { n: total, known: again, date: lastAt })}</p>
      <div class="choices">
        {again > 0 && rest > 0 && (
          <button type="button" class="button primary" onClick={() => onSend('rest')}>
            {fill(words.sendRest, { n: rest })}
          </button>
        )}
        <button type="button" class={`button${again === 0 ? ' primary' : ''}`} onClick={() => onSend('all')}>
          {again === 0 ? words.send : total === 1 ? words.sendAgain : words.sendAllAgain}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}

function Running({ sending, words, onStop }: SendDialogProps & { sending: Sending & { kind: 'sending' } }) {
  const { done, total, place } = sending;
  const text = place === null ? words.sending : words.sendingTo;
  return (
    <>
      <p role="status">
        {done === 0 && place === null ? words.looking : fill(text, { done, total, place: place ?? '' })}
      </p>
      <progress aria-label={words.progress} max={total} value={done} />
      <div class="choices">
        <button type="button" class="button" onClick={onStop}>
          {words.stop}
        </button>
      </div>
    </>
  );
}

function Ended(props: SendDialogProps & { sending: Sending & { kind: 'ended' } }) {
  const { sending, words, onRetry, onRis, onClose } = props;
  const { sent, place, failed, left, problem } = sending;
  const done = place === null ? words.done : words.doneAt;
  const isOpen = problem !== null || left + failed.length > 0;
  return (
    <>
      <div role={problem === null ? 'status' : 'alert'}>
        {problem !== null && <p>{problem}</p>}
        {sent > 0 && <p>{fill(problem === null ? done : words.doneSoFar, { n: sent, place: place ?? '' })}</p>}
        {left > 0 && <p>{fill(problem === null ? words.stopped : words.left, { n: left })}</p>}
        {failed.length > 0 && <p>{fill(words.failed, { n: failed.length })}</p>}
      </div>
      {failed.length > 0 && (
        <ul>
          {failed.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
      <div class="choices">
        {isOpen && (
          <>
            <button type="button" class="button primary" onClick={onRetry}>
              {words.retry}
            </button>
            <button type="button" class="button" onClick={onRis}>
              {words.asRis}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </>
  );
}

/** What a sending to Zotero asks, how far it is, and how it ended; over the page until it is closed. */
export function SendDialog(props: SendDialogProps) {
  const { sending, words, onStop, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="send"
      ref={dialog}
      aria-labelledby="send-title"
      onCancel={(event) => {
        // Escape stops what goes on, and closes what has ended.
        event.preventDefault();
        if (sending.kind === 'sending') onStop();
        else onClose();
      }}
    >
      <h2 id="send-title">{words.title}</h2>
      {sending.kind === 'asking-browser' && <Asking {...props} />}
      {sending.kind === 'confirm' && <Confirm {...props} sending={sending} />}
      {sending.kind === 'sending' && <Running {...props} sending={sending} />}
      {sending.kind === 'ended' && <Ended {...props} sending={sending} />}
    </dialog>
  );
}
