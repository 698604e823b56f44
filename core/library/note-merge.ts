const BETWEEN = '\n\n---\n\n';

/**
 * Both of two notes that were made of one at the same time, theirs first. Where both only wrote on, what the one began with stands
 * once; where one took the note away, the other's stays.
 */
export function mergeNotes(base: string, theirs: string, mine: string): string {
  if (theirs === mine || mine.trim() === '' || mine === base) return theirs;
  if (theirs.trim() === '' || theirs === base) return mine;
  if (base.trim() !== '' && theirs.startsWith(base) && mine.startsWith(base)) {
    return `${theirs.trimEnd()}${BETWEEN}${mine.slice(base.length).trimStart()}`;
  }
  return `${theirs.trimEnd()}${BETWEEN}${mine.trimStart()}`;
}
