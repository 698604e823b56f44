import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { explainFeed } from '@/components/feeds/shown-feed';
import type { PreviewState } from '@/components/feeds/preview-view';
import type { Feed } from '@/core/feeds/feed';
import { newestCandidates } from '@/core/feeds/plan';
import { hostsOf } from '@/core/feeds/routes';
import { nameDay } from '@/core/moment';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { wakeBackground } from '@/messages/wake';
import { breatheThrough } from '@/storage/breathe';
import { askForDays, saveFeed } from '@/storage/feeds';
import { findDay } from './feed-tools';
import type { Access } from './use-access';

/** A feed that is looked at and not subscribed to. */
export interface Preview {
  feed: Feed;
  state: PreviewState;
  /** The newest day that is there; null before it is known. */
  date: string | null;
  /** What was said of the last click on 订阅. */
  said: string;
}

export function hostNames(urls: readonly string[], language: Language): string {
  const hosts = [...new Set(urls.map((url) => new URL(url).host))];
  return hosts.join(language === 'zh' ? '、' : ', ');
}

/** Looks for the newest day and reads it. @throws the signal's reason when it was aborted. */
async function look(
  feed: Feed,
  language: Language,
  signal: AbortSignal,
  show: (change: Partial<Preview>) => void,
): Promise<Partial<Preview>> {
  const words = feedWords[language];
  const now = Date.now();
  const dates = newestCandidates(feed, now);
  const found = await findDay(feed, dates, signal, (date) => show({ state: { kind: 'looking', date } }));
  const name = (date: string) => nameDay(date, now, language);
  if (!found) {
    const [first = '', last = ''] = [dates[0], dates.at(-1)];
    const message = fill(words.notFound, { first: name(first), last: name(last) });
    return { state: { kind: 'failed', message } };
  }
  const { date, fetched } = found;
  try {
    // The parser and the renderer come only when a file does.
    const { previewDay } = await import('@/core/feeds/day-preview');
    const day = await previewDay(fetched.bytes, date, breatheThrough);
    return { state: { kind: 'found', day, host: fetched.host }, date };
  } catch (cause) {
    console.error(cause);
    const reason = explainFeed(cause, language, new URL(fetched.url).pathname.split('/').at(-1));
    return { state: { kind: 'failed', message: fill(words.badDay, { date: name(date), reason }) }, date };
  }
}

/** 预览 and what follows from it: subscribing, or leaving without a trace. */
export function usePreview(access: Access, language: Language, onSubscribed: (feed: Feed) => void) {
  const words = feedWords[language];
  const [preview, setPreview] = useState<Preview | null>(null);
  /** The newest look, and the newest click on 订阅; each gives way to the next. */
  const looking = useRef<AbortController | null>(null);
  const subscribing = useRef<object | null>(null);
  const end = () => {
    looking.current?.abort();
    looking.current = null;
    subscribing.current = null;
  };
  useLayoutEffect(() => end, []); // at once, not with the effects: no answer may come in between

  const change = (update: Partial<Preview>) => setPreview((before) => before && { ...before, ...update });

  const start = (feed: Feed) => {
    const urls = hostsOf(feed);
    // First of all, or the click has passed. It may never settle, so the page goes on meanwhile.
    const hold = urls.length > 0 ? access.ask(urls) : null;
    end();
    const controller = new AbortController();
    const { signal } = controller;
    const hosts = hostNames(urls, language);
    looking.current = controller;
    setPreview({ feed, state: { kind: 'asking', hosts }, date: null, said: '' });
    const show = (update: Partial<Preview>) => {
      if (!signal.aborted) change(update);
    };
    const fail = (message: string) => show({ state: { kind: 'failed', message } });
    if (!hold) return fail(words.noRoute);
    hold.granted.then(
      (granted) => {
        if (signal.aborted) return;
        if (!granted) return fail(fill(words.denied, { hosts }));
        look(feed, language, signal, show).then(show, (cause: unknown) => {
          if (signal.aborted) return;
          console.error(cause);
          fail(explainFeed(cause, language));
        });
      },
      (cause: unknown) => {
        console.error(cause);
        fail(fill(words.askFailed, { hosts }));
      },
    );
  };

  const keep = async (feed: Feed, date: string | null) => {
    const now = Date.now();
    const subscribed = { ...feed, subscribedAt: now };
    await saveFeed(subscribed);
    // Newer days were just asked for and are not there.
    const dates = newestCandidates(feed, now).filter((candidate) => date === null || candidate <= date);
    await askForDays({ feedId: feed.id, mode: 'newest', dates }, now);
    wakeBackground();
    end();
    access.releaseAll();
    onSubscribed(subscribed);
  };
  const subscribe = () => {
    if (!preview) return;
    const { feed, date } = preview;
    const urls = hostsOf(feed);
    // Routes may have been turned on since the preview. First of all, as above.
    const hold = urls.length > 0 ? access.ask(urls) : null;
    if (!hold) return change({ said: words.noRoute });
    const hosts = hostNames(urls, language);
    const click = {};
    subscribing.current = click;
    change({ said: fill(words.asking, { hosts }) });
    hold.granted
      .then(async (granted) => {
        if (subscribing.current !== click) return;
        if (granted) await keep(feed, date);
        else change({ said: fill(words.denied, { hosts }) });
      })
      .catch((cause: unknown) => {
        console.error(cause);
        if (subscribing.current === click) change({ said: explainFeed(cause, language) });
      });
  };

  return {
    preview,
    start,
    subscribe,
    /** Other routes: asked from the next click on. */
    changeFeed: (feed: Feed) => change({ feed }),
    stop: () => {
      end();
      change({ state: { kind: 'failed', message: words.stopped } });
    },
    leave: () => {
      end();
      access.releaseAll();
      setPreview(null);
    },
  };
}
