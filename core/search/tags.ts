import { toLower, toPlain } from './fold';

const fold = (tag: string) => toLower(toPlain(tag));

/** Those of the tags that a name stands for: the one of this name in whatever case, or where there is none, those that begin so. */
export function findTags(name: string, tags: readonly string[]): string[] {
  const folded = fold(name);
  const same = tags.filter((tag) => fold(tag) === folded);
  return same.length > 0 ? same : tags.filter((tag) => fold(tag).startsWith(folded));
}
