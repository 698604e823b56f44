import { useState } from 'preact/hooks';
import { AuthorsView } from '@/components/library/authors-view';
import type { Language } from '@/core/settings';
import { viewWords } from '@/core/words/views';
import { countSavedAuthors, findAuthors } from '@/storage/authors';
import { useLive } from '@/storage/use-live';

const REST_MS = 2_000;
const NOBODY: string[] = [];

/** 作者: those of saved papers, and by name those of the whole library. */
export function AuthorsPane({ language }: { language: Language }) {
  const [typed, setTyped] = useState('');
  const authors = useLive(countSavedAuthors, [], REST_MS);
  const others = useLive(() => findAuthors(typed), [typed], REST_MS) ?? NOBODY;
  if (!authors) return null;
  return <AuthorsView authors={authors} typed={typed} others={others} views={viewWords[language]} onType={setTyped} />;
}
