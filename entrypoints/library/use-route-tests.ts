import { useEffect, useRef, useState } from 'preact/hooks';
import type { RouteTests } from '@/components/feeds/route-list';
import { explainFeed } from '@/components/feeds/shown-feed';
import type { Feed } from '@/core/feeds/feed';
import { hostsOf } from '@/core/feeds/routes';
import { testRoutes } from '@/core/feeds/test-routes';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { feedTools } from './feed-tools';
import type { Access } from './use-access';
import { hostNames } from './use-preview';

/** The hosts of all routes of a feed, also of those that are off. */
function allHostsOf(feed: Feed): string[] {
  return hostsOf({ ...feed, routes: feed.routes.map(({ kind }) => ({ kind, on: true })) });
}

/** 测试线路: what became of it, and how to begin. `kept` are hosts to be held after it; the others go back. */
export function useRouteTests(access: Access, language: Language) {
  const words = feedWords[language];
  const [tests, setTests] = useState<RouteTests>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const test = (feed: Feed, dates: readonly string[], kept: () => readonly string[]) => {
    const urls = allHostsOf(feed);
    const hold = access.ask(urls); // first of all, for the click's sake
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const show = (next: RouteTests) => {
      if (!signal.aborted) setTests(next);
    };
    const hosts = hostNames(urls, language);
    show({ kind: 'failed', message: fill(words.asking, { hosts }) });
    hold.granted
      .then(async (granted) => {
        if (signal.aborted) return;
        if (!granted) return show({ kind: 'failed', message: fill(words.testDenied, { hosts }) });
        show({ kind: 'running' });
        show({ kind: 'done', results: await testRoutes(feed, dates, feedTools(signal), true) });
      })
      .catch((cause: unknown) => {
        if (signal.aborted) return;
        console.error(cause);
        show({ kind: 'failed', message: explainFeed(cause, language) });
      })
      .finally(() => hold.release(kept()))
      .catch(console.error);
  };
  const clear = () => {
    running.current?.abort();
    setTests(null);
  };
  return { tests, test, clear };
}
