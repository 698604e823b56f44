import type { Status } from '@/core/status';
import type { ViewWords } from '@/core/words/views';

/** What a status is called. */
export function statusWord(status: Status | null, views: ViewWords): string {
  if (status === null) return views.noStatus;
  return { 'to-read': views.toRead, reading: views.reading, read: views.read }[status];
}
