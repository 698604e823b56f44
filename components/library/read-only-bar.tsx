import type { ReadOnlyWords } from '@/core/words/read-only';
import { fill } from '@/core/words/words';
import { grouped } from './count-text';

interface ReadOnlyBarProps {
  /** Whether the library's files are no longer there. */
  isGone: boolean;
  /** How many papers the page remembers, and how many of them are saved. */
  count: number;
  saved: number;
  /** What became of an export, or of another try; '' for nothing. */
  said: string;
  words: ReadOnlyWords;
  onExport: (format: 'json' | 'markdown') => void;
  onRetry: () => void;
}

/** What stands over a library page that has lost the library: what happened, what is safe, what to do. */
export function ReadOnlyBar({ isGone, count, saved, said, words, onExport, onRetry }: ReadOnlyBarProps) {
  const kept = count === 0 ? words.nothing : isGone ? words.keptGone : words.kept;
  return (
    <section class="read-only-bar" role="alert">
      <div>
        <h2>{words.title}</h2>
        <p>
          {isGone ? words.gone : words.lost}
          {fill(kept, { n: grouped(count), saved: grouped(saved) })}
        </p>
        <p role="status">{said}</p>
      </div>
      <p class="choices">
        <button type="button" class="tool" disabled={count === 0} onClick={() => onExport('json')}>
          {words.json}
        </button>
        <button type="button" class="tool" disabled={count === 0} onClick={() => onExport('markdown')}>
          {words.markdown}
        </button>
        <button type="button" class="tool" onClick={onRetry}>
          {words.retry}
        </button>
      </p>
    </section>
  );
}
