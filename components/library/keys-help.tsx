import { useEffect, useRef } from 'preact/hooks';
import type { LibraryWords } from '@/core/words/library';
import { KEY_HELP } from './keys';

interface KeysHelpProps {
  words: LibraryWords;
  onClose: () => void;
}

/** The table of keys, over the page until it is closed. */
export function KeysHelp({ words, onClose }: KeysHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{words.keysTitle}</h2>
      <dl>
        {KEY_HELP.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words[word]}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onClose}>
        {words.close}
      </button>
    </dialog>
  );
}
