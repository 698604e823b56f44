import { Dexie, type IntervalTree, type ObservabilitySet } from 'dexie';
import { db } from './db';

/** The keys of a set that Dexie tells changes by; null when it has ranges of them. */
function readKeys(changed: IntervalTree): string[] | null {
  const keys: string[] = [];
  const open: IntervalTree[] = [changed];
  for (let tree = open.pop(); tree; tree = open.pop()) {
    if (!('from' in tree)) continue;
    if (typeof tree.from !== 'string' || tree.from !== tree.to) return null;
    keys.push(tree.from);
    if (tree.l) open.push(tree.l);
    if (tree.r) open.push(tree.r);
  }
  return keys;
}

/**
 * Tells, while a page or the background stands, which papers' guides were changed, in whichever tab or script; null: it may be any,
 * as when the settings were changed by which all are shown. What it gives ends it.
 */
export function watchGuides(onChange: (paperIds: string[] | null) => void): () => void {
  const hear = (parts: ObservabilitySet) => {
    const settings = parts[`idb://${db.name}/settings/`];
    const guides = parts[`idb://${db.name}/guides/`];
    const names = settings ? readKeys(settings) : [];
    if ('all' in parts || names === null || names.includes('settings')) return onChange(null);
    const ids = guides ? readKeys(guides) : [];
    if (ids === null || ids.length > 0) onChange(ids);
  };
  Dexie.on.storagemutated.subscribe(hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
