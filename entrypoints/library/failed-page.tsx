import { Notice } from '@/components/library/notice';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { explain } from './use-imports';

interface FailedPageProps {
  error: unknown;
  onRetry: () => void;
  /** Of the page it stands for. */
  class?: string;
}

/** What stands in the place of a page that could not be drawn. The settings may be out of reach as well, so it speaks Chinese. */
export function FailedPage({ error, onRetry, class: name }: FailedPageProps) {
  const { language } = DEFAULT_SETTINGS;
  const words = libraryWords[language];
  return (
    <main class={name}>
      <div role="alert">
        <Notice title={words.failed} text={explain(error, language)}>
          <button type="button" class="button" onClick={onRetry}>
            {words.retry}
          </button>
        </Notice>
      </div>
    </main>
  );
}
