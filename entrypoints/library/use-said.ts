import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '@/core/settings';
import { explain } from './use-imports';

const SAID_MS = 6_000;

/** What just happened, as the page says it for some seconds. */
export function useSaid(language: Language) {
  // An object, so that what is said twice stays as long as what is said once more.
  const [said, setSaid] = useState({ text: '', forMs: SAID_MS });
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid({ text: '', forMs: SAID_MS }), said.forMs);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((text: string, forMs = SAID_MS) => setSaid({ text, forMs }), []);
  /** Carries work out, and says what goes wrong. */
  const attempt = useCallback(
    (work: Promise<unknown>) => {
      work.catch((cause: unknown) => {
        console.error(cause);
        say(explain(cause, language));
      });
    },
    [language, say],
  );
  return { said: said.text, say, attempt };
}
