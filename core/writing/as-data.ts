import { withoutUnseen } from './clean';

/** Text of others for between the lines of a prompt that carry its boundary: whatever it says, it cannot end the block. */
export function asData(text: string, boundary: string): string {
  let out = withoutUnseen(text);
  if (boundary === '') return out;
  const inside = new RegExp(boundary.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi');
  // Taking one out may put another together.
  while (out.search(inside) !== -1) out = out.replace(inside, '');
  return out;
}
