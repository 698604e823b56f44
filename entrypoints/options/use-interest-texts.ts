import { useEffect, useRef, useState } from 'preact/hooks';
import { type InterestTexts, readTexts, toTexts } from '@/core/daily/interest-texts';
import type { Interests } from '@/core/daily/interests';

/** A pause in typing after which the words are kept, so that a page that is closed loses none. */
const PAUSE_MILLISECONDS = 1_000;

const isSame = (one: Interests, other: Interests) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The fields of the interests as they are typed. They are kept after a pause and with `flush`; `put` changes them at once. What
 * another page changes is taken in unless the reader is typing here.
 */
export function useInterestTexts(stored: Interests, keep: (interests: Interests) => void) {
  const [texts, setTexts] = useState(() => toTexts(stored));
  /** As they were kept last. */
  const kept = useRef(stored);
  /** What stood in the library before, and all that was sent there since: the library may still tell of any of these. */
  const known = useRef([stored]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ texts, keep });
  latest.current = { texts, keep };

  const flush = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const interests = readTexts(latest.current.texts);
    if (isSame(interests, kept.current)) return;
    kept.current = interests;
    known.current.push(interests);
    latest.current.keep(interests);
  };
  const type = (next: InterestTexts) => {
    latest.current.texts = next;
    setTexts(next);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MILLISECONDS);
  };
  const put = (next: InterestTexts) => {
    type(next);
    flush();
  };

  useEffect(() => {
    if (isSame(stored, readTexts(latest.current.texts))) {
      known.current = [stored];
      return;
    }
    const isTyping = timer.current !== null || document.activeElement instanceof HTMLTextAreaElement;
    if (isTyping || known.current.some((one) => isSame(one, stored))) return;
    kept.current = stored;
    known.current = [stored];
    latest.current.texts = toTexts(stored);
    setTexts(latest.current.texts);
  }, [stored]);
  useEffect(() => {
    // The page may be closed with words that were typed a moment before.
    const leave = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, []);
  return { texts, type, put, flush };
}
