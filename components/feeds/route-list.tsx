import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '@/core/errors';
import type { Feed, RouteKind } from '@/core/feeds/feed';
import { addressesOfRoute, routeName } from '@/core/feeds/routes';
import type { RouteTest } from '@/core/feeds/test-routes';
import type { Language } from '@/core/settings';
import { type FeedWords, feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { PrefixField } from './prefix-field';

/** 测试线路 as it stands; null before it was clicked. */
export type RouteTests =
  | { kind: 'running' }
  | { kind: 'done'; results: readonly RouteTest[] }
  /** `message` is the reader's sentence. */
  | { kind: 'failed'; message: string }
  | null;

export interface RouteActions {
  /** Called in the click itself. */
  onToggle: (kind: RouteKind, on: boolean) => void;
  /** -1 for up, 1 for down. */
  onMove: (kind: RouteKind, by: -1 | 1) => void;
  onPrefix: (prefix: string) => void;
  /** Called in the click itself. */
  onTest: () => void;
}

interface RouteListProps extends RouteActions {
  feed: Feed;
  tests: RouteTests;
  /** What became of the last click on a tick; '' for nothing to say. */
  said: string;
  language: Language;
}

/** Any day shows a route's host. */
const SOME_DATE = '2026-01-31';

const OUTCOMES: Partial<Record<ErrorCode, keyof FeedWords>> = {
  'feed-moved': 'testMoved',
  'feed-offline': 'testOffline',
  'feed-cut': 'testOffline',
  'feed-busy': 'testBusy',
  'feed-refused': 'testRefused',
  'feed-failed': 'testFailed',
  'feed-page': 'testPage',
  'feed-repository': 'testRepository',
  'feed-permission': 'testPermission',
  'feed-address': 'testAddress',
};

function sayOutcome({ outcome, milliseconds }: RouteTest, words: FeedWords): string {
  if (outcome === 'works') {
    return fill(words.testWorks, { seconds: Math.max(0.1, milliseconds / 1_000).toFixed(1) });
  }
  return outcome === 'absent' ? words.testAbsent : words[OUTCOMES[outcome] ?? 'testFailed'];
}

/** The ways to a feed's files, in the reader's order, and which of them work. */
export function RouteList({ feed, tests, said, language, onToggle, onMove, onPrefix, onTest }: RouteListProps) {
  const words = feedWords[language];
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ kind: RouteKind; by: -1 | 1 } | null>(null);
  // A row that was moved takes the focus along; at an end its other button has it.
  useEffect(() => {
    const { kind, by } = moved.current ?? {};
    moved.current = null;
    if (kind === undefined) return;
    const [up, down] = list.current?.querySelectorAll<HTMLButtonElement>(`[data-kind="${kind}"] .moves button`) ?? [];
    const [wanted, other] = by === -1 ? [up, down] : [down, up];
    (wanted?.disabled ? other : wanted)?.focus();
  }, [feed.routes]);
  const move = (kind: RouteKind, by: -1 | 1) => {
    moved.current = { kind, by };
    onMove(kind, by);
  };
  const onGithub = feed.github !== null;
  return (
    <section class="routes" aria-labelledby="feed-routes">
      <h3 id="feed-routes">{words.routes}</h3>
      {feed.routes.length > 1 && <p class="small">{words.routesHint}</p>}
      {onGithub && <p class="small">{words.mainland}</p>}
      <ol ref={list} role="list">
        {feed.routes.map(({ kind, on }, at) => {
          const name = routeName(kind, language);
          const host = addressesOfRoute(feed, kind, SOME_DATE)[0]?.host;
          const result = tests?.kind === 'done' ? tests.results.find((one) => one.kind === kind) : undefined;
          const moveLabel = (action: string) => fill(words.moveOf, { action, route: name });
          return (
            <li key={kind} data-kind={kind}>
              <label class="check">
                <input
                  type="checkbox"
                  aria-label={fill(words.routeOn, { route: name })}
                  checked={on}
                  disabled={host === undefined}
                  onChange={(event) => {
                    const wanted = event.currentTarget.checked;
                    event.currentTarget.checked = on; // it follows what is kept, which may be refused
                    onToggle(kind, wanted);
                  }}
                />
                <span>
                  <b>{name}</b> <small translate={false}>{host ?? words.prefixMissing}</small>
                </span>
              </label>
              <span class={`outcome ${result?.outcome === 'works' ? 'works' : ''}`}>
                {tests?.kind === 'running' && host !== undefined ? words.testing : result && sayOutcome(result, words)}
              </span>
              <span class="moves">
                <button
                  type="button"
                  class="tool sign"
                  aria-label={moveLabel(words.up)}
                  disabled={at === 0}
                  onClick={() => move(kind, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="tool sign"
                  aria-label={moveLabel(words.down)}
                  disabled={at === feed.routes.length - 1}
                  onClick={() => move(kind, 1)}
                >
                  ↓
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p class="message" role="status">
        {tests?.kind === 'failed' ? tests.message : said}
      </p>
      <p class="actions">
        {/* Not disabled while it runs: that would take the focus away. */}
        <button
          type="button"
          class="button small"
          aria-disabled={tests?.kind === 'running'}
          onClick={() => tests?.kind !== 'running' && onTest()}
        >
          {tests?.kind === 'running' ? words.testing : words.testRoutes}
        </button>
      </p>
      {onGithub && <PrefixField key={feed.prefix} prefix={feed.prefix} language={language} onPrefix={onPrefix} />}
      <p class="small">
        {words.byHand} <a href="#/import">{words.byHandLink}</a>
      </p>
    </section>
  );
}
