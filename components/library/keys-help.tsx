import { useEffect, useRef } from 'preact/hooks';
import type { LibraryWords } from '@/core/words/library';
import type { ViewWords } from '@/core/words/views';
import { KEY_HELP } from './keys';

interface KeysHelpProps {
  words: LibraryWords;
  views: ViewWords;
  onClose: () => void;
}

/** The table of keys, over the page until it is closed. */
export function KeysHelp({ words, views, onClose }: KeysHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const texts = { ...words, ...views };
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{words.keysTitle}</h2>
      <dl>
        {KEY_HELP.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{texts[word]}</dd>
          </div>
        ))}
      </dl>
      <p>{views.keyOnSelection}</p>
      <button type="button" class="button" onClick={onClose}>
        {words.close}
      </button>
    </dialog>
  );
}
