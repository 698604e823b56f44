/** What an edit is about. A tag is a field of its own, so that two devices can add different ones; so is each device's text of a note. */
export type EditKey =
  | { kind: 'saved' | 'status' | 'dismissed'; id: string }
  | { kind: 'tag'; id: string; tag: string }
  | { kind: 'note'; id: string; device: string }
  | { kind: 'setting'; name: string };

const SETTINGS = 'settings';
const PAPER_ID = /^[\w.-]{1,30}(?:\/[\w.-]{1,30})?$/;

export function writeKey(key: EditKey): string {
  if (key.kind === 'setting') return `${SETTINGS}|${key.name}`;
  if (key.kind === 'tag') return `${key.id}|tag|${key.tag}`;
  if (key.kind === 'note') return `${key.id}|note|${key.device}`;
  return `${key.id}|${key.kind}`;
}

/** Reads a key; null for what a later version may know and this one does not. */
export function parseKey(text: string): EditKey | null {
  const [owner = '', kind, ...rest] = text.split('|');
  if (owner === SETTINGS) return kind && rest.length === 0 ? { kind: 'setting', name: kind } : null;
  if (!PAPER_ID.test(owner)) return null;
  const last = rest.join('|');
  if (kind === 'tag') return last === '' ? null : { kind, id: owner, tag: last };
  if (kind === 'note') return rest.length === 1 ? { kind, id: owner, device: last } : null;
  if (kind === 'saved' || kind === 'status' || kind === 'dismissed')
    return rest.length === 0 ? { kind, id: owner } : null;
  return null;
}

/** The first and the last key that fields of a paper can have; of the settings for `null`. */
export function keysOf(id: string | null): [string, string] {
  const owner = id ?? SETTINGS;
  return [`${owner}|`, `${owner}|\uffff`];
}
