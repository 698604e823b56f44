import { formatRoute } from '@/core/library/routes';

/** Address of an author's papers. */
export function authorHref(name: string): string {
  return formatRoute({ kind: 'list', source: { kind: 'author', name }, paperId: null });
}
