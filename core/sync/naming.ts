import { type Edit, HERE } from './edit';
import { parseKey, writeKey } from './keys';

function rename(edit: Edit, from: string, to: string): Edit {
  const key = parseKey(edit.key);
  const isMine = key?.kind === 'note' && key.device === from;
  return {
    ...edit,
    ...(isMine && { key: writeKey({ ...key, device: to }) }),
    by: edit.by === from ? to : edit.by,
    ...(edit.seen && {
      seen: Object.fromEntries(Object.entries(edit.seen).map(([device, at]) => [device === from ? to : device, at])),
    }),
  };
}

/** An edit of this library's as other devices know it. */
export const toAbroad = (edit: Edit, device: string): Edit => rename(edit, HERE, device);

/** An edit as it came, as this library keeps it: what `device`, which is itself, once sent out is its own. */
export const toHome = (edit: Edit, device: string): Edit => rename(edit, device, HERE);
