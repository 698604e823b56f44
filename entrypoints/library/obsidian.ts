import { AppError } from '@/core/errors';
import { obsidianFiles } from '@/core/export/obsidian';
import { vaultFolderOf } from '@/core/export/obsidian-folder';
import { type ObsidianMode, toObsidianUri } from '@/core/export/obsidian-uri';
import type { Language } from '@/core/settings';
import { sendWords } from '@/core/words/sending';
import { fill } from '@/core/words/words';
import { readPaper } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { openProgram } from './open-program';

/**
 * Hands a paper to Obsidian, as its export would write it, and gives what to say of it. To be called in a click: the browser asks
 * before it opens a program.
 */
export async function sendToObsidian(id: string, mode: ObsidianMode, language: Language): Promise<string> {
  const words = sendWords[language];
  const [entry, settings] = await Promise.all([readPaper(id), readSettings()]);
  const [file] = entry ? obsidianFiles([entry], { language }) : [];
  if (!file) throw new AppError('unknown', `${id} is not in the library`);
  const folder = vaultFolderOf(settings.obsidianFolder, words.obsidianFolder);
  const { uri, clipboard } = toObsidianUri({
    ...file,
    vault: settings.obsidianVault,
    folder,
    mode,
    tooOld: words.obsidianTooOld,
  });
  if (clipboard !== null) await navigator.clipboard.writeText(clipboard);
  openProgram(uri);
  const place = folder === '' ? words.obsidianAtTop : fill(words.obsidianInFolder, { folder });
  return fill(words.obsidianAsked, { place });
}
