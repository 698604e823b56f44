import type { PopupWords } from '@/core/words/popup';
import { libraryUrl } from './paper-row';
import { Star } from './star';

/** The paper that the current tab shows. `gist` is '' without an analysis; `title` is the tab's, '' when it has none. */
export interface ThisPaper {
  id: string;
  gist: string;
  title: string;
  saved: boolean;
}

interface ThisPageProps {
  paper: ThisPaper;
  words: PopupWords;
  onSave: (id: string, saved: boolean) => void;
  /** Opens the guide beside the page; null where the browser has no place for it. */
  onBeside: (() => void) | null;
}

/** The current tab's paper, before everything else. */
export function ThisPage({ paper, words, onSave, onBeside }: ThisPageProps) {
  return (
    <section class="here" aria-label={words.here}>
      <span class="label">{words.here}</span>
      <a href={libraryUrl(paper.id)} target="_blank" title={words.read}>
        {paper.gist ? (
          <span lang="zh-CN">{paper.gist}</span>
        ) : (
          <>
            {words.noGuide} · <span lang="en">{paper.title || paper.id}</span>
          </>
        )}
      </a>
      {onBeside && (
        <button type="button" class="beside" title={words.besideHint} onClick={onBeside}>
          {words.beside}
        </button>
      )}
      <Star saved={paper.saved} words={words} onToggle={(saved) => onSave(paper.id, saved)} />
    </section>
  );
}
