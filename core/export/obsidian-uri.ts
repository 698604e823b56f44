/** What becomes of a note of the same name: a second one is made beside it, or it is replaced, or written on. */
export type ObsidianMode = 'new' | 'overwrite' | 'append';

/** Windows hands no longer address to a program from Chromium; a Chinese character takes nine signs of it. */
const LONGEST_URI = 2_000;

interface ObsidianNote {
  /** Name of the vault; '' for the one that stands open. */
  vault: string;
  /** Folder of the vault; '' for its top. */
  folder: string;
  /** With `.md`. */
  name: string;
  text: string;
  mode: ObsidianMode;
  /** Written in the note's place by an Obsidian that does not read the clipboard (before 1.7.2). */
  tooOld: string;
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/**
 * The address by which Obsidian takes a note. What is too long for one goes by the clipboard: then `clipboard` is to be put there
 * first.
 *
 * @see https://help.obsidian.md/uri
 */
export function toObsidianUri({ vault, folder, name, text, mode, tooOld }: ObsidianNote): {
  uri: string;
  clipboard: string | null;
} {
  const path = `${folder === '' ? '' : `${folder}/`}${name.replace(/\.md$/, '')}`;
  const start = `obsidian://new?${vault === '' ? '' : `vault=${encode(vault)}&`}file=${encode(path)}${mode === 'new' ? '' : `&${mode}=true`}`;
  const content = mode === 'append' ? `\n\n${text}` : text;
  const uri = `${start}&content=${encode(content)}`;
  if (uri.length <= LONGEST_URI) return { uri, clipboard: null };
  return { uri: `${start}&clipboard=true&content=${encode(tooOld)}`, clipboard: content };
}
