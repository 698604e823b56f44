import type { Ref, RefObject } from 'preact';
import type { CopyFormat } from '@/core/export/copy-formats';
import type { FileFormat } from '@/core/export/formats';
import type { CopyingWords } from '@/core/words/copying';
import type { LibraryWords } from '@/core/words/library';
import type { SendWords } from '@/core/words/sending';
import { copyItems } from './copy-items';
import { countText } from './count-text';
import { Menu } from './menu';

/** What an export would take: everything listed, what a search found of it, or what is selected. */
export interface ExportScope {
  kind: 'all' | 'found' | 'selected';
  count: number;
}

interface ToolbarProps {
  typed: string;
  placeholder: string;
  /** Null where nothing is listed. */
  scope: ExportScope | null;
  words: LibraryWords;
  sendWords: SendWords;
  searchRef: Ref<HTMLInputElement>;
  /** The file field, for other ways to the same choice of files. */
  filesRef: RefObject<HTMLInputElement | null>;
  /** What the typed text may go on with, each the whole text. */
  suggestions: readonly string[];
  onType: (typed: string) => void;
  onFiles: (files: File[]) => void;
  copying: CopyingWords;
  /** What is to be looked at before the papers are cited; '' for nothing. `onMenu` asks for it. */
  note: string;
  onMenu: () => void;
  onCopy: (format: CopyFormat) => void;
  onExport: (format: FileFormat) => void;
  onZotero: () => void;
  onClearSelection: () => void;
}

function exportLabel({ kind, count }: ExportScope, words: LibraryWords): string {
  const label = { all: words.exportAll, found: words.exportFound, selected: words.exportSelected }[kind];
  return countText(label, count);
}

function copyLabel({ kind, count }: ExportScope, words: CopyingWords): string {
  const label = { all: words.copyAll, found: words.copyFound, selected: words.copySelected }[kind];
  return countText(label, count);
}

/** Search, import, copy and export, the same in every place of the page. */
export function Toolbar(props: ToolbarProps) {
  const { typed, placeholder, suggestions, scope, words, sendWords, copying, note, searchRef, filesRef } = props;
  const { onType, onFiles, onMenu, onCopy, onExport, onZotero, onClearSelection } = props;
  const formats: { value: FileFormat | 'zotero'; label: string }[] = [
    { value: 'zotero', label: sendWords.toZotero },
    { value: 'bibtex', label: words.exportBibtex },
    { value: 'biblatex', label: words.exportBiblatex },
    { value: 'ris', label: words.exportRis },
    { value: 'csl', label: words.exportCsl },
    { value: 'obsidian', label: words.exportObsidian },
    { value: 'markdown', label: words.exportMarkdown },
    { value: 'html', label: words.exportHtml },
    { value: 'csv', label: words.exportCsv },
    { value: 'json', label: words.exportJson },
    { value: 'comparison-markdown', label: copying.fileComparison },
    { value: 'comparison-html', label: copying.fileComparisonHtml },
  ];
  return (
    <div class="toolbar">
      <input
        class="search"
        type="search"
        ref={searchRef}
        value={typed}
        placeholder={placeholder}
        aria-label={words.search}
        autocomplete="off"
        spellcheck={false}
        // With a list of choices it is no plain search box: it has one while there are any.
        {...(suggestions.length > 0 && { list: 'search-suggestions' })}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While Chinese is composed, Escape belongs to the input method.
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          if (typed === '') event.currentTarget.blur();
          onType('');
        }}
      />
      <datalist id="search-suggestions">
        {suggestions.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <button type="button" class="tool" onClick={() => filesRef.current?.click()}>
        {words.import}
      </button>
      <input
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        ref={filesRef}
        aria-label={words.import}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = ''; // the same file can be chosen again
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
      {scope && (
        <>
          <Menu
            label={copyLabel(scope, copying)}
            items={copyItems(copying)}
            disabled={scope.count === 0}
            note={note}
            onOpen={onMenu}
            onChoose={onCopy}
          />
          <Menu
            label={exportLabel(scope, words)}
            items={formats}
            disabled={scope.count === 0}
            note={note}
            onOpen={onMenu}
            onChoose={(format) => (format === 'zotero' ? onZotero() : onExport(format))}
          />
        </>
      )}
      {scope?.kind === 'selected' && (
        <button
          type="button"
          class="tool sign"
          aria-label={words.clearSelection}
          title={words.clearSelection}
          onClick={onClearSelection}
        >
          ✕
        </button>
      )}
    </div>
  );
}
