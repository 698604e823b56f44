import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '@/core/settings';
import { librarySelection } from '@/storage/papers';
import { noteOf } from './copies';

/** Of more papers it is told once they are exported: reading them would keep a menu waiting. */
const MOST_LOOKED_AT = 500;

/** What is to be looked at before papers are cited, once it was asked for; '' for nothing. */
export function useAcceptedNote(ids: readonly string[], language: Language): [note: string, readNote: () => void] {
  const [note, setNote] = useState('');
  const asked = useRef<readonly string[]>([]);
  useEffect(() => {
    asked.current = [];
    setNote('');
  }, [ids]);
  const readNote = () => {
    if (ids.length > MOST_LOOKED_AT) return;
    asked.current = ids;
    librarySelection([...ids])
      .then((papers) => noteOf(papers, language))
      .then(
        (text) => {
          if (asked.current === ids) setNote(text);
        },
        (cause: unknown) => console.error(cause),
      );
  };
  return [note, readNote];
}
