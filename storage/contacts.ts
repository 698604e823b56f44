import { db } from './db';
import { guarded } from './guard';

/** What a host is asked for. */
export type ContactKind = 'arxiv' | 'feed' | 'model' | 'sync' | 'zotero';

/** When a host was last asked for something; `at` is epoch milliseconds. */
export interface Contact {
  host: string;
  at: number;
  kind: ContactKind;
}

/** A day of a thousand requests to one host need not be a thousand rows written. */
const REST_MILLISECONDS = 60_000;
const notedAt = new Map<string, number>();

/** Notes that a host is being asked, once a minute at most. Never rejects: a request does not fail for its note. */
export async function noteContact(contact: Contact): Promise<void> {
  const { host, at, kind } = contact;
  const key = `${kind} ${host}`;
  if (at - (notedAt.get(key) ?? Number.NEGATIVE_INFINITY) < REST_MILLISECONDS) return;
  notedAt.set(key, at);
  try {
    await guarded(() => db.contacts.put(contact));
  } catch (cause) {
    console.error(cause);
  }
}

/** Every host that was ever asked, the last one first. */
export function listContacts(): Promise<Contact[]> {
  return guarded(async () => (await db.contacts.toArray()).toSorted((one, other) => other.at - one.at));
}
