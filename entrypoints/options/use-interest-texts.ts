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
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ texts, keep });
  latest.current = { texts, keep };

  const flush = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const interests = readTexts(latest.current.texts);
    if (isSame(interests, kept.current)) return;
    kept.current = interests;
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
    const isTyping = timer.current !== null || document.activeElement instanceof HTMLTextAreaElement;
    if (isTyping || isSame(stored, readTexts(latest.current.texts))) return;
    kept.current = stored;
    setTexts(toTexts(stored));
  }, [stored]);
  useEffect(() => {
    // The page may be closed with words that were typed a moment before.
    const leave = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      flush();
    };
  }, []);
  return { texts, type, put, flush };
}
