import { parseVaultFolder } from '@/core/export/obsidian-folder';
import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';
import { fill } from '@/core/words/words';
import { KeptField } from './kept-field';

interface ObsidianSettingsProps {
  settings: Settings;
  /** Where papers go when no folder is named. */
  usualFolder: string;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

const LONGEST_NAME = 200;

function parseVault(text: string): string | undefined {
  const name = text.trim();
  return name.length > LONGEST_NAME || /[/\\\p{Cc}]/u.test(name) ? undefined : name;
}

/** '' stays as it is, for the usual one, and `/` for the top. */
function parseFolder(text: string): string | undefined {
  if (text.trim() === '') return '';
  const folder = parseVaultFolder(text);
  if (folder === null) return undefined;
  return folder === '' ? '/' : folder;
}

/** Where in Obsidian papers go. */
export function ObsidianSettings({ settings, usualFolder, words, onChange }: ObsidianSettingsProps) {
  return (
    <section id="obsidian" aria-labelledby="obsidian-title">
      <h2 id="obsidian-title">{words.obsidianTitle}</h2>
      <KeptField
        id="obsidian-vault"
        type="text"
        label={words.obsidianVault}
        hint={words.obsidianVaultHint}
        value={settings.obsidianVault}
        parse={parseVault}
        unclear={words.obsidianVaultUnclear}
        onValue={(obsidianVault) => onChange({ obsidianVault })}
      />
      <KeptField
        id="obsidian-folder"
        type="text"
        label={words.obsidianFolder}
        hint={fill(words.obsidianFolderHint, { usual: usualFolder })}
        value={settings.obsidianFolder}
        parse={parseFolder}
        unclear={words.obsidianFolderUnclear}
        onValue={(obsidianFolder) => onChange({ obsidianFolder })}
      />
    </section>
  );
}
