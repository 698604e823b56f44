import { absUrl } from '@/core/arxiv/id';
import { formatRoute, SAVED } from '@/core/library/routes';
import type { SidePanelWords } from '@/core/words/side-panel';

interface SideHeadProps {
  /** Of the tab beside; null where it shows none. */
  paperId: string | null;
  words: SidePanelWords;
}

/** The ways from the side panel: to the paper's abstract page, and to the library. */
export function SideHead({ paperId, words }: SideHeadProps) {
  return (
    <header class="side-head">
      <span class="seal" aria-hidden="true">
        导
      </span>
      <h1 class="visually-hidden">{words.title}</h1>
      <nav aria-label={words.library}>
        {paperId !== null && (
          <a href={absUrl(paperId)} target="_blank" rel="noopener noreferrer">
            {words.abs}
          </a>
        )}
        <a href={`library.html${formatRoute({ ...SAVED, paperId })}`} target="_blank">
          {paperId === null ? words.library : words.openInLibrary}
        </a>
      </nav>
    </header>
  );
}
