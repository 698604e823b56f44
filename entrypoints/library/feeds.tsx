import { useEffect, useRef } from 'preact/hooks';
import { AddressForm } from '@/components/feeds/address-form';
import { FeedList } from '@/components/feeds/feed-row';
import { PresetList } from '@/components/feeds/preset-list';
import { PreviewView } from '@/components/feeds/preview-view';
import { RouteList } from '@/components/feeds/route-list';
import type { ShownFeed } from '@/components/feeds/shown-feed';
import type { CheckedTemplate } from '@/core/feeds/address';
import type { Feed } from '@/core/feeds/feed';
import { newFeed, sourceOf, withPrefix, withRoute, withRouteMoved } from '@/core/feeds/new-feed';
import { newestCandidates } from '@/core/feeds/plan';
import { hostsOf } from '@/core/feeds/routes';
import type { Route } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { feedJobId } from '@/core/jobs/job';
import { wakeBackground } from '@/messages/wake';
import { cancelJob } from '@/storage/jobs';
import { useLive } from '@/storage/use-live';
import { FeedPage } from './feed-page';
import { readFeeds } from './feeds-data';
import { findPresetFeed, licenceOf, listPresets } from './feed-presets';
import { type Access, useAccess } from './use-access';
import { usePreview } from './use-preview';
import { useRouteTests } from './use-route-tests';

export interface FeedsProps {
  language: Language;
  go: (route: Route) => void;
  /** Says it where the page says what just happened. */
  say: (text: string) => void;
  /** Carries work out, and says what goes wrong. */
  attempt: (work: Promise<unknown>) => void;
}

interface FeedsListProps extends FeedsProps {
  feeds: readonly ShownFeed[];
}

/** 订阅: subscriptions, the public feeds, an address of one's own; or the preview of one. */
function FeedsList({ feeds, language, go, say, attempt }: FeedsListProps) {
  const words = feedWords[language];
  const now = Date.now();
  const access: Access = useAccess();
  const preview = usePreview(access, language, (feed) => {
    say(fill(words.nowSubscribed, { name: feed.name }));
    go({ kind: 'feed', id: feed.id });
  });
  const routes = useRouteTests(access, language);
  const draft = preview.preview?.feed ?? null;
  const latest = useRef<Feed | null>(null);
  /** Whose preview was last looked at. */
  const looked = useRef<string | null>(null);
  if (draft) looked.current = draft.presetId;
  latest.current = draft;

  const findSubscribed = (source: Pick<Feed, 'template' | 'github'>) =>
    feeds.find(({ feed }) => sourceOf(feed) === sourceOf(source))?.feed ?? null;
  const begin = (feed: Feed) => {
    preview.start(feed);
    routes.clear();
  };
  const leave = () => {
    routes.clear();
    preview.leave();
  };

  if (preview.preview && draft) {
    const { state, date, said } = preview.preview;
    return (
      <PreviewView
        name={draft.name}
        state={state}
        licence={licenceOf(draft, language)}
        now={now}
        language={language}
        said={said}
        onStop={preview.stop}
        onAgain={() => preview.start(draft)}
        onSubscribe={preview.subscribe}
        onLeave={leave}
      >
        <RouteList
          feed={draft}
          tests={routes.tests}
          said=""
          language={language}
          onToggle={(kind, on) => preview.changeFeed(withRoute(draft, kind, on))}
          onMove={(kind, by) => preview.changeFeed(withRouteMoved(draft, kind, by))}
          onPrefix={(prefix) => preview.changeFeed(withPrefix(draft, prefix))}
          onTest={() => {
            const dates = date === null ? newestCandidates(draft, now) : [date];
            routes.test(draft, dates, () => (latest.current ? hostsOf(latest.current) : []));
          }}
        />
      </PreviewView>
    );
  }
  return (
    <section class="page feeds">
      <FeedList
        feeds={feeds}
        now={now}
        language={language}
        onCancel={(id) => attempt(cancelJob(feedJobId(id), Date.now()).then(wakeBackground))}
      />
      <PresetList
        presets={listPresets(language, findSubscribed)}
        focusId={looked.current}
        language={language}
        onPreview={(presetId) => {
          const feed = findPresetFeed(presetId, language);
          if (feed) begin(feed);
        }}
      />
      <AddressForm
        language={language}
        findSubscribed={findSubscribed}
        onPreview={(checked: CheckedTemplate, name, usualMinutes) => begin(newFeed(checked, name, usualMinutes))}
      />
    </section>
  );
}

interface FeedsRouteProps extends FeedsProps {
  route: Extract<Route, { kind: 'feeds' | 'feed' }>;
}

/** The places of feeds. */
export function Feeds({ route, ...props }: FeedsRouteProps) {
  const feeds = useLive(readFeeds, []);
  const place = useRef<HTMLDivElement>(null);
  const at = route.kind === 'feeds' ? '' : route.id;
  const before = useRef(at);
  // What led from one place to the other is gone, and the focus with it.
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    // A feed's page sees to it itself, as soon as it has been read.
    if (at !== '' || document.activeElement !== document.body) return;
    const heading = place.current?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [at]);
  if (!feeds) return null;
  const shown = feeds.find(({ feed }) => feed.id === at) ?? null;
  return (
    <div ref={place}>
      {route.kind === 'feeds' ? (
        <FeedsList feeds={feeds} {...props} />
      ) : (
        <FeedPage key={route.id} shown={shown} {...props} />
      )}
    </div>
  );
}
