import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { Notice } from '@/components/library/notice';
import { useReadOnly } from '@/components/library/read-only';
import type { Language } from '@/core/settings';
import { readOnlyWords } from '@/core/words/read-only';
import { isLost } from '@/storage/lost';

interface UnreadProps {
  /** Which place of the page this is: another is tried anew. */
  place: string;
  language: Language;
  children: ComponentChildren;
}

/** A part of the page that cannot be read while the library is lost says so, and leaves the others as they are. */
export function Unread({ place, language, children }: UnreadProps) {
  const [error, reset] = useErrorBoundary();
  const why = useReadOnly();
  useEffect(() => {
    if (error) reset();
  }, [place, why]);
  if (!error) return <>{children}</>;
  if (!isLost(error)) throw error;
  const { unread, unreadHint } = readOnlyWords[language];
  return <Notice title={unread} text={unreadHint} />;
}
