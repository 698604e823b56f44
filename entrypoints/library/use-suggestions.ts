import { useEffect, useMemo, useState } from 'preact/hooks';
import { authorAtEnd, suggestSearches } from '@/core/search/suggest';
import { findAuthors } from '@/storage/authors';
import { localDay } from './download';

const NOBODY: string[] = [];
const PAUSE_MS = 150;

/** Names that begin with what is typed, once the typing pauses. */
function useAuthors(start: string | null): string[] {
  const [found, setFound] = useState(NOBODY);
  useEffect(() => {
    if (start === null || start.trim() === '') {
      setFound(NOBODY);
      return undefined;
    }
    let isLeft = false;
    const timer = setTimeout(() => {
      // Whoever types can do without.
      findAuthors(start).then((names) => isLeft || setFound(names), console.error);
    }, PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [start]);
  return found;
}

/** Ways to go on with a search that is being typed. */
export function useSuggestions(
  typed: string,
  tags: readonly { tag: string }[],
  categories: readonly string[],
): readonly string[] {
  const authors = useAuthors(authorAtEnd(typed));
  return useMemo(() => {
    const today = localDay(new Date());
    return suggestSearches(typed, { tags: tags.map(({ tag }) => tag), authors, categories, today });
  }, [typed, tags, authors, categories]);
}
