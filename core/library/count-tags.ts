import type { TagCount } from './tags';

/** Counts tags, of which each stands there as often as papers carry it; the most used first. */
export function countEach(tags: readonly string[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((one, other) => other.count - one.count || one.tag.localeCompare(other.tag));
}
