import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatRoute, type ListSource, type Route, SAVED } from '@/core/library/routes';
import type { LibraryWords } from '@/core/words/library';

interface SideNavProps {
  route: Route;
  savedCount: number;
  /** Papers for which the reader's own model has written. */
  writtenCount: number;
  reportCount: number;
  /** Feeds whose last check failed. */
  feedTroubles: number;
  /** The newest report; null when there is none. */
  latest: { date: string | null; reportId: string; count: number } | null;
  /** Tags of saved papers, the most used first. */
  tags: readonly { tag: string; count: number }[];
  words: LibraryWords;
  /** Opens the table of all tags. */
  onTags: () => void;
  onHelp: () => void;
}

interface PlaceProps {
  href: string;
  here: boolean;
  label: string;
  count?: number;
  /** What is wrong there, for those who hear the page; the count alone is seen. */
  trouble?: string;
}

function Place({ href, here, label, count, trouble }: PlaceProps) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && (
          <small class={trouble && 'trouble'} title={trouble}>
            {count}
            {trouble && <span class="visually-hidden"> {trouble}</span>}
          </small>
        )}
      </a>
    </li>
  );
}

function toHref(source: ListSource): string {
  return formatRoute({ kind: 'list', source, paperId: null });
}

/** The places of the library page. */
export function SideNav({
  route,
  savedCount,
  writtenCount,
  reportCount,
  feedTroubles,
  latest,
  tags,
  words,
  onTags,
  onHelp,
}: SideNavProps) {
  const source = route.kind === 'list' ? route.source : null;
  const tag = source?.kind === 'saved' ? source.tag : undefined;
  const atLatest = source?.kind === 'report' && latest !== null && source.date === latest.date;
  const side = useRef<HTMLElement>(null);
  // On a narrow page the places stand in one line that is longer than the page.
  useLayoutEffect(() => {
    const here = side.current?.querySelector<HTMLElement>('[aria-current]');
    if (side.current && here)
      side.current.scrollLeft = here.offsetLeft - (side.current.clientWidth - here.offsetWidth) / 2;
  }, [formatRoute(route)]);
  return (
    <header class="side" ref={side}>
      <h1>
        <a href="#/">{words.brand}</a>
      </h1>
      <nav aria-label={words.navigation}>
        <ul role="list">
          <Place href={formatRoute(SAVED)} here={tag === null} label={words.saved} count={savedCount} />
          {(writtenCount > 0 || source?.kind === 'written') && (
            <Place
              href={toHref({ kind: 'written' })}
              here={source?.kind === 'written'}
              label={words.written}
              count={writtenCount}
            />
          )}
        </ul>
        <h2>{words.reports}</h2>
        <ul role="list">
          {latest && (
            <Place
              href={toHref({ kind: 'report', date: latest.date, reportId: latest.date ? null : latest.reportId })}
              here={atLatest}
              label={words.latest}
              count={latest.count}
            />
          )}
          <Place href="#/catch-up" here={route.kind === 'catch-up'} label={words.catchUp} />
          <Place
            href="#/reports"
            here={route.kind === 'reports' || (source?.kind === 'report' && !atLatest)}
            label={words.allDates}
            count={reportCount}
          />
          <Place
            href="#/feeds"
            here={route.kind === 'feeds' || route.kind === 'feed'}
            label={words.feeds}
            {...(feedTroubles > 0 && { count: feedTroubles, trouble: words.feedsInTrouble })}
          />
        </ul>
        {tags.length > 0 && <h2>{words.tags}</h2>}
        {tags.length > 0 && (
          <ul role="list" class="tags">
            {tags.map((each) => (
              <Place
                key={each.tag}
                href={toHref({ kind: 'saved', tag: each.tag })}
                here={tag === each.tag}
                label={each.tag}
                count={each.count}
              />
            ))}
          </ul>
        )}
        <h2>{words.manage}</h2>
        <ul role="list">
          <Place href="#/import" here={route.kind === 'import'} label={words.importLink} />
          {tags.length > 0 && (
            <li>
              <button type="button" onClick={onTags}>
                <span>{words.manageTags}</span>
              </button>
            </li>
          )}
          <Place href="options.html" here={false} label={words.settings} />
          <Place href="options.html#about" here={false} label={words.about} />
          <li>
            <button type="button" onClick={onHelp}>
              <span>{words.help}</span>
              <kbd>?</kbd>
            </button>
          </li>
        </ul>
      </nav>
    </header>
  );
}
