import { lazily } from '@/components/lazily';
import { formatRoute, type Route } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import type { Places } from './places';
import { Unread } from './unread';
import type { Listing } from './use-listing';

// The list stands first.
const PaperPane = lazily(async () => (await import('./paper-pane')).PaperPane);

interface ReadingColumnProps {
  /** The paper that stands open; null for none. */
  paperId: string | null;
  listing: Listing;
  places: Places;
  /** The list without a paper. */
  listRoute: Route;
  language: Language;
  words: LibraryWords;
  onZotero: (id: string) => void;
}

/** The paper beside its list; on a narrow page alone, with the way back. */
export function ReadingColumn({ paperId, listing, places, listRoute, language, words, onZotero }: ReadingColumnProps) {
  return (
    <section class="reading" aria-label={words.paper} data-paper={paperId}>
      <a class="back" href={formatRoute(listRoute)}>
        ‹ {words.back}
      </a>
      {paperId !== null && (
        <Unread place={paperId} language={language}>
          <PaperPane
            id={paperId}
            report={listing.view?.report ?? null}
            knownTags={places.tags}
            query={listing.query}
            language={language}
            words={words}
            onZotero={onZotero}
          />
        </Unread>
      )}
    </section>
  );
}
