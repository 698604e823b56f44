import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FeedView } from '@/components/feeds/feed-view';
import { RouteList } from '@/components/feeds/route-list';
import { explainFeed, type ShownFeed } from '@/components/feeds/shown-feed';
import { Notice } from '@/components/library/notice';
import type { Feed, RouteKind } from '@/core/feeds/feed';
import { toFeedName, withPrefix, withRoute, withRouteMoved } from '@/core/feeds/new-feed';
import { datesToCheck, fillDates, newestCandidates, withUsualTime } from '@/core/feeds/plan';
import { hostsOf } from '@/core/feeds/routes';
import { type FeedInput, feedJobId } from '@/core/jobs/job';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { wakeBackground } from '@/messages/wake';
import { askForDays, changeFeed, feedDays, removeFeed, saveFeed } from '@/storage/feeds';
import { cancelJob } from '@/storage/jobs';
import { useLive } from '@/storage/use-live';
import { licenceOf } from './feed-presets';
import type { FeedsProps } from './feeds';
import { useAccess } from './use-access';
import { hostNames } from './use-preview';
import { useRouteTests } from './use-route-tests';

interface FeedPageProps extends FeedsProps {
  /** Null when there is no such feed. */
  shown: ShownFeed | null;
}

/** The hosts that one route of a feed needs. */
function hostsOfRoute(feed: Feed, kind: RouteKind): string[] {
  return hostsOf({ ...feed, routes: [{ kind, on: true }] });
}

function addressOf({ template, github }: Feed): string {
  return github ? `github.com/${github.owner}/${github.repo} · ${github.path}` : template;
}

/** One feed's page: what happens on each click. */
export function FeedPage({ shown, ...props }: FeedPageProps) {
  const words = feedWords[props.language];
  if (shown) return <OneFeed shown={shown} {...props} />;
  return (
    <Notice title={words.noFeed} text={words.noFeedHint}>
      <a class="button" href="#/feeds">
        {words.back}
      </a>
    </Notice>
  );
}

function OneFeed({ shown, language, go, say, attempt }: FeedPageProps & { shown: ShownFeed }) {
  const { feed, state, job } = shown;
  const words = feedWords[language];
  const now = Date.now();
  const days = useLive(() => feedDays(feed.id), [feed.id]);
  const access = useAccess();
  const routes = useRouteTests(access, language);
  /** What became of the last click, beside the status and beside the routes. */
  const [said, setSaid] = useState({ status: '', routes: '' });
  /** The newest click that waits for the browser's answer, for each place. */
  const wanted = useRef<{ status: object | null; routes: object | null }>({ status: null, routes: null });
  // At once, not with the effects: no answer may come in between.
  useLayoutEffect(
    () => () => {
      wanted.current = { status: null, routes: null };
    },
    [],
  );
  const latest = useRef(feed);
  latest.current = feed;

  /** Asks for hosts in the click and then does the work, unless another click came after it or the page was left. */
  const withAccess = (
    place: 'status' | 'routes',
    urls: readonly string[],
    texts: { asking: string; denied: string },
    work: () => Promise<string>,
  ) => {
    const hold = urls.length > 0 ? access.ask(urls) : null; // first of all, or the click has passed
    const tell = (text: string) => setSaid((before) => ({ ...before, [place]: text }));
    if (!hold) return tell(words.noRoute);
    const click = {};
    wanted.current[place] = click;
    const hosts = hostNames(urls, language);
    tell(fill(texts.asking, { hosts }));
    hold.granted
      .then(async (granted) => {
        if (wanted.current[place] !== click) return;
        tell(granted ? await work() : fill(texts.denied, { hosts }));
      })
      .catch((cause: unknown) => {
        console.error(cause);
        if (wanted.current[place] === click) tell(explainFeed(cause, language));
      })
      .finally(() => hold.release())
      .catch(console.error);
  };

  const askFor = async (input: FeedInput): Promise<string> => {
    if (input.dates.length === 0) return words.nothingToAsk;
    // One that waits after a failure begins anew.
    if (job) await cancelJob(job.id, Date.now());
    await askForDays(input, Date.now());
    wakeBackground();
    return ''; // the job itself says how far it is
  };
  const texts = { asking: words.asking, denied: words.checkDenied };
  const check = () =>
    withAccess('status', hostsOf(feed), texts, async () => {
      if (state.lastDate === null) {
        return askFor({ feedId: feed.id, mode: 'newest', dates: newestCandidates(feed, Date.now()) });
      }
      const due = datesToCheck(feed, state, await feedDays(feed.id), Date.now());
      // The reader does not wait for the usual hour.
      const dates = [...new Set([...newestCandidates(feed, Date.now(), 1), ...due])];
      return askFor({ feedId: feed.id, mode: 'daily', dates });
    });
  const fillUp = (count: number) =>
    withAccess('status', hostsOf(feed), texts, async () => {
      const there = (await feedDays(feed.id)).filter((day) => day.state === 'there');
      const have = new Set(there.map(({ date }) => date));
      return askFor({ feedId: feed.id, mode: 'fill', dates: fillDates(count, Date.now(), have, feed.weekdaysOnly) });
    });

  /** Keeps a feed and gives back what its routes do not need any more. */
  const keep = async (changed: Feed): Promise<string> => {
    const before = hostsOf(latest.current);
    await saveFeed(changed);
    await access.giveBack(before);
    return '';
  };
  const routeTexts = { asking: words.routeAsking, denied: words.routeDenied };
  const toggle = (kind: RouteKind, on: boolean) => {
    if (on) {
      withAccess('routes', hostsOfRoute(feed, kind), routeTexts, () => keep(withRoute(latest.current, kind, true)));
      return;
    }
    wanted.current.routes = null;
    const changed = withRoute(feed, kind, false);
    const isLast = hostsOf(changed).length === 0;
    setSaid((before) => ({ ...before, routes: isLast ? words.lastRoute : '' }));
    if (!isLast) attempt(keep(changed));
  };
  const changePrefix = (prefix: string) => {
    const changed = withPrefix(feed, prefix);
    const isOn = feed.routes.some(({ kind, on }) => kind === 'prefix' && on);
    if (isOn && prefix !== '') {
      withAccess('routes', hostsOfRoute(changed, 'prefix'), routeTexts, () => keep(withPrefix(latest.current, prefix)));
      return;
    }
    const isLast = hostsOf(changed).length === 0;
    setSaid((before) => ({ ...before, routes: isLast ? words.lastRoute : '' }));
    if (!isLast) attempt(keep(changed));
  };

  const changeHour = async (minutes: number) => {
    const changed = { ...feed, usualMinutes: minutes };
    await changeFeed(changed, withUsualTime(changed, state, Date.now(), Math.random));
    wakeBackground(); // its alarm was for the hour before
  };
  const unsubscribe = async () => {
    const hosts = hostsOf(feed);
    await removeFeed(feed.id);
    wakeBackground(); // what it was being asked for ends
    const given = await access.giveBack(hosts);
    const [text, names] = given.length > 0 ? [words.goneAccess, given] : [words.gone, []];
    say(fill(text, { name: feed.name, hosts: names.join(language === 'zh' ? '、' : ', ') }));
    go({ kind: 'feeds' });
  };

  if (!days) return null;
  return (
    <FeedView
      shown={shown}
      days={days}
      address={addressOf(feed)}
      licence={licenceOf(feed, language)}
      now={now}
      language={language}
      said={said.status}
      onCheck={check}
      onFill={fillUp}
      onCancel={() => attempt(cancelJob(feedJobId(feed.id), Date.now()).then(wakeBackground))}
      onRename={(name) => attempt(saveFeed({ ...feed, name: toFeedName(name) || feed.name }))}
      onHour={(minutes) => attempt(changeHour(minutes))}
      onUnsubscribe={() => attempt(unsubscribe())}
    >
      <RouteList
        feed={feed}
        tests={routes.tests}
        said={said.routes}
        language={language}
        onToggle={toggle}
        onMove={(kind, by) => attempt(saveFeed(withRouteMoved(feed, kind, by)))}
        onPrefix={changePrefix}
        onTest={() => {
          const last = shown.last?.date;
          routes.test(feed, last === undefined ? newestCandidates(feed, now) : [last], () => []);
        }}
      />
    </FeedView>
  );
}
