import { AppError } from '@/core/errors';
import { obsidianFiles } from '@/core/export/obsidian';
import { type ObsidianMode, toObsidianUri } from '@/core/export/obsidian-uri';
import type { Language } from '@/core/settings';
import { sendWords } from '@/core/words/sending';
import { readPaper } from '@/storage/papers';

/** Hands a paper to Obsidian, as its export would write it. To be called in a click: the browser asks before it opens a program. */
export async function sendToObsidian(id: string, mode: ObsidianMode, language: Language): Promise<void> {
  const words = sendWords[language];
  const entry = await readPaper(id);
  const [file] = entry ? obsidianFiles([entry], { language }) : [];
  if (!file) throw new AppError('unknown', `${id} is not in the library`);
  const { uri, clipboard } = toObsidianUri({
    ...file,
    folder: words.obsidianFolder,
    mode,
    tooOld: words.obsidianTooOld,
  });
  if (clipboard !== null) await navigator.clipboard.writeText(clipboard);
  const link = document.createElement('a');
  link.href = uri;
  link.click();
}
