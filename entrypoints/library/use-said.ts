import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '@/core/settings';
import { explain } from './use-imports';

const SAID_MS = 6_000;

/** What just happened, as the page says it for some seconds. */
export function useSaid(language: Language) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  /** Carries work out, and says what goes wrong. */
  const attempt = useCallback(
    (work: Promise<unknown>) => {
      work.catch((cause: unknown) => {
        console.error(cause);
        say(explain(cause, language));
      });
    },
    [language],
  );
  return { said, say, attempt };
}
