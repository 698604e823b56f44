import type { IncomingMessage, ServerResponse } from 'node:http';
import { listReadyAt } from '@/core/daily/list-ready';
import { shiftDay } from '@/core/report-day';
import { announcementDaysBetween, lastAnnouncementDay } from '@/core/announcements/calendar';
import { addressOf, answerFrom, type Loopback, serveHttps } from '@/scripts/browser/loopback';
import type { Site } from '@/scripts/browser/site';
import type { Paper } from '@/core/paper';
import { ArxivDays } from '../arxiv-days';
import { ModelServer, type Reply, type SeenRequest } from '../model-server';
import { replicaSite } from './sample';
import { keysAskedFor, writtenReply } from './writer';

/** One thing that was asked for: of arXiv an address, of the model a batch of scores, a guide or an overview. */
export interface Asked {
  of: 'arxiv' | 'model';
  key: string;
  /** When it arrived, in milliseconds. */
  at: number;
}

/** The newest days that arXiv's lists have, newest first. */
export function announcedDays(count: number): string[] {
  const now = Date.now();
  const newest = lastAnnouncementDay(now);
  const days = announcementDaysBetween(shiftDay(newest, -14), newest).toReversed();
  return days.filter((date) => listReadyAt(date) <= now).slice(0, count);
}

const OVERVIEW = `### 主题与趋势

今天的论文都在讲怎样更快地画地图，从数据到网络都有新的做法，准确率也比以前高。

### 值得通读

排在最前面的一篇给出了完整的实验，适合先读；另外几篇可以对照着看。`;

/** What a request to the model is about. */
function keyOf({ body }: SeenRequest): string {
  const scored = [...body.matchAll(/\[\d+\] id: ([\d.]+)/g)].map(([, id]) => id);
  if (keysAskedFor(body).length > 0) return `guide ${/Title of ([\d.]+\d)/.exec(body)?.[1] ?? ''}`;
  return scored.length > 0 && body.includes('significance') ? `score ${scored.join(' ')}` : 'overview';
}

function replyTo(request: SeenRequest): Reply {
  const [kind, ...ids] = keyOf(request).split(' ');
  if (kind === 'guide') return writtenReply(request.body);
  const scores = ids.map((id) => {
    const last = Number(id.at(-1));
    return { id, why: '讲地图', relevance: 1 + (last % 3), significance: 1 + (last % 2) };
  });
  const say = kind === 'score' ? JSON.stringify({ scores }) : OVERVIEW;
  return { steps: [{ say }, { finish: 'stop', usage: { input: 6_000, output: 900 } }] };
}

/** A paper's abstract page and full text. */
function siteOf(id: string): Site {
  const plain = {
    titleChinese: null,
    analysis: null,
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
  };
  const paper: Paper = {
    ...plain,
    id,
    version: 1,
    title: `Title of ${id}`,
    authors: ['Ana Roe'],
    published: '2026-11-20',
    categories: ['cs.CV'],
    abstract: `About ${id}.`,
  };
  return replicaSite([paper]);
}

/** The shortest time between two requests to arXiv, in milliseconds. */
export function shortestPause(asked: readonly Asked[]): number {
  const times = asked.filter(({ of }) => of === 'arxiv').map(({ at }) => at);
  return Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
}

/** What was asked for while something was done, and how long that took. */
export async function measured(world: DailyWorld, work: () => Promise<void>) {
  const from = world.asked.length;
  const begun = performance.now();
  await work();
  const asked = world.asked.slice(from);
  const count = (of: Asked['of']) => asked.filter((each) => each.of === of).length;
  return { arxiv: count('arxiv'), model: count('model'), seconds: (performance.now() - begun) / 1_000 };
}

interface Moment {
  left: number;
  phase: 'before' | 'after';
  reached: () => void;
}

/** arXiv over HTTPS, at the real time or another, and a model, which both can be stopped in the middle of an answer. */
export class DailyWorld {
  readonly asked: Asked[] = [];
  loopback!: Loopback; // set by `start`, the only way to make one
  model!: ModelServer; // as above
  /** What the model answers in place of what it would; null: as it would. `key` as `Asked` has it. */
  instead: (key: string, request: SeenRequest) => Reply | null = () => null;
  private readonly arxiv: ArxivDays;
  private readonly hanging = new Set<ServerResponse>();
  private moment: Moment | null = null;

  private constructor(now: () => number) {
    this.arxiv = new ArxivDays(now);
  }

  /** `now` is the time at arXiv, in epoch milliseconds. */
  static async start(now: () => number = Date.now): Promise<DailyWorld> {
    const world = new DailyWorld(now);
    world.loopback = await serveHttps((request, response) => world.answer(request, response));
    world.model = await ModelServer.start();
    world.model.otherwise = (request) => world.replyTo(request);
    return world;
  }

  async close(): Promise<void> {
    this.letGo();
    await Promise.all([this.loopback.close(), this.model.close()]);
  }

  /** Resolves when so many more things are asked for: `before` the last of them is answered, which then waits, or right `after`. */
  atRequest(count: number, phase: Moment['phase']): Promise<void> {
    return new Promise((reached) => {
      this.moment = { left: count, phase, reached };
    });
  }

  /** Gives up on whatever waits for its answer. */
  letGo(): void {
    this.moment = null;
    for (const response of this.hanging) response.destroy();
    this.hanging.clear();
    this.model.release();
  }

  /** Notes a request, and whether the moment has come with it. */
  private note(of: Asked['of'], key: string): Moment | null {
    this.asked.push({ of, key, at: performance.now() });
    const { moment } = this;
    if (!moment) return null;
    moment.left -= 1;
    if (moment.left > 0) return null;
    this.moment = null;
    return moment;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { href, hostname, pathname } = new URL(addressOf(request));
    if (!/(?:^|\.)arxiv\.org$/.test(hostname)) {
      response.writeHead(404).end();
      return;
    }
    const [, kind = '', name = ''] = pathname.split('/');
    const site = siteOf(name.replace(/v\d+$/, ''));
    if (kind === 'abs') return answerFrom(site, request, response);
    const moment = this.note('arxiv', href);
    if (moment?.phase === 'before') {
      this.hanging.add(response);
      moment.reached();
      return;
    }
    response.once('finish', () => moment?.reached());
    if (kind === 'html') answerFrom(site, request, response);
    else this.arxiv.answer(request, response);
  }

  private replyTo(request: SeenRequest): Reply {
    const key = keyOf(request);
    const moment = this.note('model', key);
    if (moment?.phase === 'before') {
      moment.reached();
      return { late: true, steps: [{ cut: true }] };
    }
    if (moment) void this.model.until(() => !this.model.open.has(request)).then(moment.reached);
    return this.instead(key, request) ?? replyTo(request);
  }
}
