import { useEffect, useRef, useState } from 'preact/hooks';
import type { SendLineActions, SendState } from '@/components/popup/send-line';
import { AppError } from '@/core/errors';
import type { ZoteroJob } from '@/core/jobs/job';
import { nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import { toErrorSentence } from '@/core/words/error-sentence';
import { ZOTERO_ORIGIN } from '@/core/zotero/connector';
import { hasOrigin, requestOrigin } from '@/messages/permissions';
import { wakeBackground } from '@/messages/wake';
import { allowSends, sendLater, stopSending } from '@/storage/zotero-jobs';
import { downloadPapers } from '../library/downloads';

const ADDRESS = `${ZOTERO_ORIGIN}/`;
/** What became of a sending is told to whoever looks soon after it. */
const TOLD_MILLISECONDS = 2 * 60_000;

/** What there is to say of a sending. */
function describe(job: ZoteroJob | null, language: Language, now: number): SendState | null {
  if (job === null || job.state === 'cancelled') return null;
  if (job.state === 'waiting' && job.notBefore > now) return { kind: 'asking' };
  if (job.state === 'waiting' || job.state === 'running') return { kind: 'sending' };
  if (now - job.updatedAt > TOLD_MILLISECONDS) return null;
  if (job.state === 'done') return { kind: 'done', place: job.progress.place };
  return { kind: 'failed', problem: toErrorSentence(new AppError(job.error ?? 'unknown', 'not sent'), language) };
}

interface Sent {
  job: ZoteroJob | null;
  /** Epoch milliseconds; null for never. */
  sentAt: number | null;
}

/**
 * The way of the current tab's paper to Zotero. The background sends it: a popup closes with the first click beside it, and in some
 * browsers with their own question whether Zotero may be asked.
 */
export function useSend(
  id: string,
  { job, sentAt }: Sent,
  language: Language,
  attempt: (work: Promise<unknown>) => void,
) {
  const [isConfirming, setConfirming] = useState(false);
  const isAllowed = useRef(false);
  useEffect(() => {
    const look = async () => {
      isAllowed.current = await hasOrigin(ADDRESS);
      if (job?.state !== 'waiting') return;
      // A popup before asked, and closed: whatever was answered, the question is gone.
      if (!isAllowed.current) return stopSending(id, Date.now());
      await allowSends();
      wakeBackground();
    };
    attempt(look());
  }, []);
  const begin = async (granted: Promise<boolean>) => {
    granted.catch(() => undefined); // told below, when what is wanted has been noted
    // Noted before it is answered: by then the popup may be gone.
    await sendLater(id, isAllowed.current, Date.now());
    if (isAllowed.current) wakeBackground();
    try {
      isAllowed.current = await granted;
      if (!isAllowed.current) throw new AppError('zotero-permission', 'Zotero’s address is not allowed');
    } catch (cause) {
      await stopSending(id, Date.now());
      throw cause;
    }
    await allowSends();
    wakeBackground();
  };
  const send = () => {
    setConfirming(false);
    // First of all, or the browser refuses to ask.
    attempt(begin(requestOrigin(ADDRESS)));
  };
  const now = Date.now();
  const when = sentAt === null ? null : nameMoment(sentAt, now, language);
  const told = describe(job, language, now);
  const isOpen = told?.kind === 'asking' || told?.kind === 'sending';
  const actions: SendLineActions = {
    onSend: send,
    onStop: () => {
      setConfirming(false);
      if (isOpen) attempt(stopSending(id, Date.now()));
    },
    onRis: () => attempt(downloadPapers([id], 'ris', language)),
  };
  const state: SendState | null = isConfirming && when !== null ? { kind: 'confirm', sentAt: when } : told;
  return {
    state,
    sentAt: when,
    actions,
    onZotero: () => {
      if (isOpen) return;
      if (when === null) send();
      else setConfirming(true);
    },
  };
}
