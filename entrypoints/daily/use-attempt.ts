import { useCallback, useState } from 'preact/hooks';
import type { Language } from '@/core/settings';
import { toErrorSentence } from '@/core/words/error-sentence';

/** What carries out work that a click asked for, and the sentence on what went wrong with the last of it; '' when nothing did. */
export function useAttempt(language: Language): [said: string, attempt: (work: Promise<unknown>) => void] {
  const [said, say] = useState('');
  const attempt = useCallback(
    (work: Promise<unknown>) => {
      work.then(
        () => say(''),
        (cause: unknown) => {
          console.error(cause);
          say(toErrorSentence(cause, language));
        },
      );
    },
    [language],
  );
  return [said, attempt];
}
