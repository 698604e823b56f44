import { type ContactKind, noteContact } from '@/storage/contacts';
import { clock } from './clock';

/** `fetch`, with a note of when which host was asked, for the reader to see in the settings. The note holds nothing up. */
export function notedFetch(kind: ContactKind): typeof fetch {
  return (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input);
    void noteContact({ host, at: clock.now(), kind });
    return fetch(input, init);
  };
}
