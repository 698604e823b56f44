import { useRef } from 'preact/hooks';
import type { InterestsWords } from '@/core/words/interests';

interface InterestFilesProps {
  words: InterestsWords;
  onFile: (file: File) => void;
  onExport: () => void;
}

/** A .bib file to find words in, and the interests themselves as a file. */
export function InterestFiles({ words, onFile, onExport }: InterestFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (accept: string) => {
    if (!input.current) return;
    input.current.accept = accept;
    input.current.click();
  };
  return (
    <>
      <div class="actions" role="group" aria-label={words.files}>
        <button type="button" class="button small" onClick={() => choose('.bib,.bibtex')}>
          {words.chooseBib}
        </button>
        <button type="button" class="button small" onClick={() => choose('.txt,.json')}>
          {words.importFile}
        </button>
        <button type="button" class="button small" onClick={onExport}>
          {words.exportFile}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = ''; // the same file can be chosen again
            if (file) onFile(file);
          }}
        />
      </div>
      <p class="hint">{words.filesHint}</p>
    </>
  );
}
