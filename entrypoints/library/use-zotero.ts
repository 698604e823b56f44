import { useMemo, useRef, useState } from 'preact/hooks';
import type { SendActions, Sending } from '@/components/library/send-dialog';
import { AppError } from '@/core/errors';
import { titleOf } from '@/core/export/facts';
import { nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import { sendWords } from '@/core/words/sending';
import { fill } from '@/core/words/words';
import { ZOTERO_ORIGIN } from '@/core/zotero/connector';
import type { SendOutcome } from '@/core/zotero/send-all';
import { requestOrigin } from '@/messages/permissions';
import { librarySelection, readPaper } from '@/storage/papers';
import { markSent, readSent } from '@/storage/sends';
import { notedFetch } from '../background/noted-fetch';
import { clock } from '../background/clock';
import { explain } from './use-imports';

/** So many papers are sent without a question. */
const MANY = 50;
/** A browser that has been asked before answers sooner than this. */
const ASKED_MS = 300;

interface Zotero {
  /** Null while there is nothing to ask or to tell. */
  sending: Sending | null;
  /** Sends papers. To be called in a click before anything is awaited: the browser may ask for its address. */
  send: (ids: string[]) => void;
  actions: SendActions;
}

const newSession = () => crypto.randomUUID();

async function titlesOf(ids: string[]): Promise<string[]> {
  return ids.length === 0 ? [] : (await librarySelection(ids)).map(({ paper }) => titleOf(paper));
}

/**
 * Papers on their way to the running Zotero: what is asked before, how far they are, how it ended.
 *
 * @param prepare has the library know what is to be sent.
 */
export function useZotero(
  language: Language,
  say: (text: string) => void,
  exportRis: (ids: string[]) => void,
  prepare?: () => Promise<void>,
): Zotero {
  const [sending, setSending] = useState<Sending | null>(null);
  /** The papers that it is about, and those of them that were never sent. */
  const about = useRef<{ all: string[]; rest: string[] }>({ all: [], rest: [] });
  const stop = useRef<AbortController | null>(null);
  /** Which sending the page is about: one that was closed while the browser still asked goes no further. */
  const turn = useRef(0);

  const [send, actions] = useMemo(() => {
    const words = sendWords[language];
    const end = async ({ sent, failed, left, place, error }: SendOutcome, total: number) => {
      about.current = { all: [...failed, ...left], rest: [...failed, ...left] };
      if (error === null && failed.length === 0 && left.length === 0) {
        setSending(null);
        say(fill(place === null ? words.done : words.doneAt, { n: sent.length, place: place ?? '' }));
        return;
      }
      if (error) console.error(error);
      say('');
      const problem = error && explain(error, language);
      // Of one paper the sentence has said it all.
      const open = total === 1 && problem !== null ? 0 : left.length;
      setSending({ kind: 'ended', sent: sent.length, place, failed: await titlesOf(failed), left: open, problem });
    };
    const run = async (ids: string[]) => {
      stop.current = new AbortController();
      const { signal } = stop.current;
      // One paper is there before anybody could read that it is on its way.
      if (ids.length > 1) setSending({ kind: 'sending', done: 0, total: ids.length, place: null });
      else {
        setSending(null);
        say(words.looking);
      }
      await prepare?.();
      const { sendAll } = await import('@/core/zotero/send-all');
      const outcome = await sendAll(ids, {
        fetch: notedFetch('zotero'),
        clock,
        signal,
        language,
        newSession,
        read: readPaper,
        onSent: (id) => markSent(id, 'zotero', Date.now()),
        onProgress: (progress) => {
          if (ids.length > 1) setSending({ kind: 'sending', ...progress });
        },
      });
      await end(outcome, ids.length);
    };
    const fail = (ids: string[], error: AppError) =>
      end({ sent: [], failed: [], left: ids, place: null, error }, ids.length);
    const ask = async (ids: string[], granted: Promise<boolean>) => {
      const mine = ++turn.current;
      about.current = { all: ids, rest: ids };
      const timer = setTimeout(() => setSending({ kind: 'asking-browser' }), ASKED_MS);
      const isGranted = await granted.finally(() => clearTimeout(timer));
      if (mine !== turn.current) return;
      if (!isGranted) return fail(ids, new AppError('zotero-permission', 'Zotero’s address is not allowed'));
      const known = await readSent(ids, 'zotero');
      const times = Object.values(known);
      const rest = ids.filter((id) => known[id] === undefined);
      about.current = { all: ids, rest };
      if (times.length === 0 && ids.length < MANY) return run(ids);
      const lastAt = times.length === 0 ? '' : nameMoment(Math.max(...times), Date.now(), language);
      setSending({ kind: 'confirm', total: ids.length, again: times.length, lastAt });
    };
    const guard = (work: Promise<void>) => {
      work.catch((cause: unknown) => {
        console.error(cause);
        setSending(null);
        say(explain(cause, language));
      });
    };
    const start = (ids: string[]) => guard(ask(ids, requestOrigin(`${ZOTERO_ORIGIN}/`)));
    const done: SendActions = {
      onSend: (which) => guard(run(about.current[which])),
      onStop: () => stop.current?.abort(),
      onRetry: () => {
        setSending(null);
        start(about.current.all);
      },
      onRis: () => {
        exportRis(about.current.all);
        setSending(null);
      },
      onClose: () => {
        turn.current += 1;
        setSending(null);
      },
    };
    return [start, done] as const;
  }, [language, say, exportRis, prepare]);
  return { sending, send, actions };
}
