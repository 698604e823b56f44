import { useEffect, useState } from 'preact/hooks';
import { Shortcuts as ShortcutsView } from '@/components/options/shortcuts';
import type { Settings } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { viewWords } from '@/core/words/views';
import { privacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';
import { type BrowserCommand, listCommands, openShortcutsPage, SHORTCUTS_PAGE } from '@/messages/commands';

interface ShortcutsProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

/** The section of keys, as the browser has them now. */
export function Shortcuts({ settings, onChange }: ShortcutsProps) {
  const words = privacyWords[settings.language];
  const [commands, setCommands] = useState<BrowserCommand[]>([]);
  const [said, say] = useState('');
  useEffect(() => {
    const look = () => void listCommands().then(setCommands, console.error);
    look();
    // Readers change them on another page and come back.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  const open = () => {
    openShortcutsPage().then(
      (isOpen) => say(isOpen ? '' : fill(words.shortcutsPage, { address: SHORTCUTS_PAGE })),
      console.error,
    );
  };
  return (
    <ShortcutsView
      settings={settings}
      commands={commands.map(({ name, keys }) => ({ name, keys, label: words[`command_${name}`] }))}
      said={said}
      words={words}
      library={{ ...libraryWords[settings.language], ...viewWords[settings.language] }}
      onChange={onChange}
      onOpen={open}
    />
  );
}
