import type { PopupWords } from '@/core/words/popup';

/** The way to our other pages. */
export function Footer({ words }: { words: PopupWords }) {
  return (
    <footer>
      <nav aria-label={words.library}>
        <a href="library.html" target="_blank">
          {words.library}
        </a>
        <a href="library.html#/feeds" target="_blank">
          {words.feeds}
        </a>
        <a href="options.html" target="_blank" class="apart">
          {words.settings}
        </a>
        <a href="options.html#about" target="_blank">
          {words.about}
        </a>
      </nav>
    </footer>
  );
}
