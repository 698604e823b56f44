import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRoute, type ListSource, type Route, SAVED } from '@/core/library/routes';
import { type Status, STATUSES } from '@/core/status';
import type { LibraryWords } from '@/core/words/library';
import type { ViewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { statusWord } from './status-words';
import { Writing } from './read-only';

interface SideNavProps {
  route: Route;
  /** How many papers stand in each list; `written`: those for which the reader's own model has. Null until it is known. */
  counts:
    | (Record<'papers' | 'saved' | 'dismissed' | 'written' | 'reports', number> & { status: Record<Status, number> })
    | null;
  /** Whether the reader's own model has written anything. */
  hasWritten: boolean;
  /** Feeds whose last check failed. */
  feedTroubles: number;
  /** The newest report; null when there is none. */
  latest: { date: string | null; reportId: string; count: number } | null;
  /** Tags of saved papers, the most used first. */
  tags: readonly { tag: string; count: number }[];
  words: LibraryWords;
  views: ViewWords;
  /** Opens the table of all tags. */
  onTags: () => void;
  onHelp: () => void;
}

/** On such a page the places stand in one line (library.css). */
const IN_ONE_LINE = '(max-width: 1179px)';
/** As many tags as are listed before the rest is folded. */
const TAGS_SHOWN = 12;

interface PlaceProps {
  href: string;
  here: boolean;
  label: string;
  count?: number | undefined;
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
            {count.toLocaleString('en')}
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

interface OwnPlacesProps extends Pick<SideNavProps, 'route' | 'counts' | 'hasWritten' | 'words' | 'views'> {
  source: ListSource | null;
}

/** The lists that the library itself makes. */
function OwnPlaces({ route, source, counts, hasWritten, words, views }: OwnPlacesProps) {
  const isHere = (kind: ListSource['kind']) => source?.kind === kind;
  return (
    <ul role="list">
      <Place
        href={formatRoute(SAVED)}
        here={source?.kind === 'saved' && source.tag === null}
        label={words.saved}
        count={counts?.saved}
      />
      {STATUSES.map((status) => (
        <Place
          key={status}
          href={toHref({ kind: 'status', status })}
          here={source?.kind === 'status' && source.status === status}
          label={statusWord(status, views)}
          count={counts?.status[status]}
        />
      ))}
      <Place href={toHref({ kind: 'all' })} here={isHere('all')} label={views.all} count={counts?.papers} />
      {(hasWritten || isHere('written')) && (
        <Place
          href={toHref({ kind: 'written' })}
          here={isHere('written')}
          label={words.written}
          count={counts?.written}
        />
      )}
      <Place
        href={toHref({ kind: 'dismissed' })}
        here={isHere('dismissed')}
        label={views.dismissed}
        count={counts?.dismissed}
      />
      <Place href="#/authors" here={route.kind === 'authors' || isHere('author')} label={views.authors} />
    </ul>
  );
}

interface TagPlacesProps extends Pick<SideNavProps, 'tags' | 'words' | 'views'> {
  /** The tag whose papers are listed; null for none. */
  tag: string | null;
}

function TagPlaces({ tags, tag, words, views }: TagPlacesProps) {
  const [open, setOpen] = useState(false);
  if (tags.length === 0) return null;
  const folds = tags.length > TAGS_SHOWN + 1;
  const shown = folds && !open ? tags.filter((each, index) => index < TAGS_SHOWN || each.tag === tag) : tags;
  return (
    <>
      <h2>{words.tags}</h2>
      <ul role="list" class="tags">
        {shown.map((each) => (
          <Place
            key={each.tag}
            href={toHref({ kind: 'saved', tag: each.tag })}
            here={tag === each.tag}
            label={each.tag}
            count={each.count}
          />
        ))}
        {folds && (
          <li>
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? views.fewerTags : fill(views.moreTags, { n: tags.length })}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

/** The places of the library page. */
export function SideNav(props: SideNavProps) {
  const { route, counts, hasWritten, feedTroubles, latest, tags, words, views, onTags, onHelp } = props;
  const source = route.kind === 'list' ? route.source : null;
  const atLatest = source?.kind === 'report' && latest !== null && source.date === latest.date;
  const side = useRef<HTMLElement>(null);
  // On a narrow page the places stand in one line that is longer than the page.
  useLayoutEffect(() => {
    if (!matchMedia(IN_ONE_LINE).matches) return;
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
        <OwnPlaces route={route} source={source} counts={counts} hasWritten={hasWritten} words={words} views={views} />
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
          <Place href="#/weekly" here={route.kind === 'weekly'} label={words.weekly} />
          <Place href="#/charts" here={route.kind === 'charts'} label={words.charts} />
          <Place
            href="#/reports"
            here={route.kind === 'reports' || (source?.kind === 'report' && !atLatest)}
            label={words.allDates}
            count={counts?.reports}
          />
          <Place
            href="#/feeds"
            here={route.kind === 'feeds' || route.kind === 'feed'}
            label={words.feeds}
            {...(feedTroubles > 0 && { count: feedTroubles, trouble: words.feedsInTrouble })}
          />
        </ul>
        <TagPlaces tags={tags} tag={source?.kind === 'saved' ? source.tag : null} words={words} views={views} />
        <h2>{words.manage}</h2>
        <ul role="list">
          <Place href="#/import" here={route.kind === 'import'} label={words.importLink} />
          {tags.length > 0 && (
            <li>
              <Writing>
                <button type="button" onClick={onTags}>
                  <span>{words.manageTags}</span>
                </button>
              </Writing>
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
