/** What no name of a folder may have: some system refuses it, or Obsidian's links do not hold with it. */
const FORBIDDEN = /[*"<>:|?#^[\]\p{Cc}]/u;
const LONGEST = 200;

/**
 * A folder of a vault as a reader may write it: `论文`, `论文/导读`, with either slash.
 *
 * @returns without slashes around it; '' for the top of the vault, written as `/`; null for what can be no folder there, such as
 * `..`, names that begin with a dot (which Obsidian does not show), and an empty text.
 */
export function parseVaultFolder(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || typed.length > LONGEST || FORBIDDEN.test(typed)) return null;
  const names = typed
    .split(/[/\\]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  // A system that ends no name with a dot would make another folder of it.
  return names.some((name) => name.startsWith('.') || name.endsWith('.')) ? null : names.join('/');
}

/** The folder that a setting names, and `usual` where it names none. */
export function vaultFolderOf(setting: string, usual: string): string {
  return parseVaultFolder(setting) ?? usual;
}
