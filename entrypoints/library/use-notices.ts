import { useEffect, useRef } from 'preact/hooks';
import { describeImport } from '@/components/library/import-sentence';
import { useReadOnly } from '@/components/library/read-only';
import type { Language } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { noteWords } from '@/core/words/notes';
import { readOnlyWords } from '@/core/words/read-only';
import { fill } from '@/core/words/words';
import type { useBrokenImports } from './use-broken-imports';
import type { useImports } from './use-imports';

interface Happening {
  imports: ReturnType<typeof useImports>['state'];
  broken: ReturnType<typeof useBrokenImports>['broken'];
  /** The page of imports tells of them itself. */
  isImportPage: boolean;
}

/** Says what happened beside what the reader does: imports that end or were broken off, a library found again, drafts recovered. */
export function useNotices(
  { imports, broken, isImportPage }: Happening,
  language: Language,
  say: (text: string) => void,
): void {
  const words = libraryWords[language];
  const isReadOnly = useReadOnly() !== null;
  const wasReadOnly = useRef(isReadOnly);
  useEffect(() => {
    if (wasReadOnly.current && !isReadOnly) say(readOnlyWords[language].found);
    wasReadOnly.current = isReadOnly;
  }, [isReadOnly]);
  useEffect(() => {
    if (!isImportPage) say(describeImport(imports, words, language));
  }, [imports]);
  useEffect(() => {
    if (!isImportPage && broken.length > 0) say(words.brokenElsewhere);
  }, [broken.length]);
  useEffect(() => {
    const recover = async () => {
      const { recoverDrafts } = await import('@/storage/note-drafts');
      const n = await recoverDrafts(Date.now());
      if (n > 0) say(fill(noteWords[language].recovered, { n }));
    };
    recover().catch(console.error);
  }, []);
}
