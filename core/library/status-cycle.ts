import { type Status, STATUSES } from '../status';

/** The status after this one: to read, reading, read, and then none again. */
export function nextStatus(status: Status | null): Status | null {
  return STATUSES[status === null ? 0 : STATUSES.indexOf(status) + 1] ?? null;
}
