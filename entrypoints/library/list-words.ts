import { statusWord } from '@/components/library/status-words';
import { type FoundOrder, type ListOrder, ordersOf } from '@/core/library/list-order';
import type { ListSource, OwnSource } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { type ViewWords, viewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';

/** What a list is called. */
export function nameList(source: OwnSource, language: Language): string {
  const [words, views] = [libraryWords[language], viewWords[language]];
  switch (source.kind) {
    case 'all':
      return views.all;
    case 'saved':
      return source.tag === null ? words.saved : `#${source.tag}`;
    case 'status':
      return statusWord(source.status, views);
    case 'dismissed':
      return views.dismissed;
    case 'author':
      return source.name;
    case 'written':
      return words.written;
  }
}

function nameOrder(source: OwnSource, order: ListOrder, views: ViewWords): string {
  if (order === 'title') return views.sortTitle;
  if (order === 'submitted') return views.sortSubmitted;
  if (order === 'submitted-oldest') return views.sortSubmittedOldest;
  const isOldest = order === 'marked-oldest';
  if (source.kind === 'dismissed') return isOldest ? views.sortDismissedOldest : views.sortDismissed;
  if (source.kind === 'written') return isOldest ? views.sortWrittenOldest : views.sortWritten;
  return isOldest ? views.sortSavedOldest : views.sortSaved;
}

/** The orders of a list and what they are called; a search has one more. */
export function namedOrders(source: OwnSource, searching: boolean, language: Language) {
  const views = viewWords[language];
  const orders: { value: FoundOrder; label: string }[] = ordersOf(source).map((value) => ({
    value,
    label: nameOrder(source, value, views),
  }));
  return searching ? [{ value: 'best' as const, label: views.sortBest }, ...orders] : orders;
}

/** What stands in the empty search box. */
export function searchHint(source: ListSource | null, language: Language): string {
  const words = libraryWords[language];
  if (source?.kind === 'report') return words.searchReport;
  if (source === null || (source.kind === 'saved' && source.tag === null)) return words.searchSaved;
  return fill(viewWords[language].searchHere, { list: nameList(source, language) });
}
