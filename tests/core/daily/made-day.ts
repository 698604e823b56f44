import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { type DailyInput, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import type { DailyAnalysis, DailyOutcome, MadeReport } from '@/core/daily/daily-tools';
import { makeReport } from '@/core/daily/make-report';
import type { DayNews } from '@/core/daily/news';
import { AppError } from '@/core/errors';
import type { ModelConfig } from '@/core/model/config';
import { interestsOf } from './papers';
import { GivenArxiv } from './asked';

export const DAY = '2026-12-03'; // a Thursday
export const MODEL: ModelConfig = {
  id: 'm1',
  name: '测试',
  provider: 'custom',
  protocol: 'openai',
  baseUrl: 'http://127.0.0.1:9/v1',
  model: 'scripted*model',
  contextTokens: 64_000,
  price: { input: 1_000, output: 1_000 },
  json: 'object',
  readsPdf: false,
};
/** What every request costs by this price and these tokens: 0.015 yuan. */
const USAGE = { prompt_tokens: 10, completion_tokens: 5 };
export const GUIDE_COST = 0.05;

export const idOf = (at: number) => `2612.${String(at + 1).padStart(5, '0')}`;
const titleOf = (at: number) => `Study ${String.fromCharCode(65 + (at % 26))}${at} of Lamps`;

export function rssOf(count: number, pubDate = 'Thu, 03 Dec 2026'): string {
  const items = Array.from(
    { length: count },
    (_, at) => `<item><title>${titleOf(at)}</title><link>https://arxiv.org/abs/${idOf(at)}</link>
    <description>arXiv:${idOf(at)}v1 Announce Type: new\nAbstract: Rooms are dark. We propose lamp ${at}.</description>
    <category>cs.CV</category><arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ana Roe</dc:creator></item>`,
  );
  return `<?xml version='1.0'?><rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    version="2.0"><channel><title>cs.CV updates</title><pubDate>${pubDate} 00:00:00 -0500</pubDate>
    ${items.join('')}</channel></rss>`;
}

function recordsOf(path: string): string {
  const ids = new URL(path, 'http://arxiv').searchParams.get('id_list')?.split(',') ?? [];
  const entries = ids.map((id) => {
    const at = Number(id.slice(5)) - 1;
    return `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${titleOf(at)}</title>
      <summary>Rooms are dark. We propose lamp ${at}, which finds its room. Nobody asked.</summary>
      <published>2026-12-01T10:00:00Z</published><updated>2026-12-01T10:00:00Z</updated>
      <author><name>Ana Roe</name></author><category term="cs.CV"/></entry>`;
  });
  return `<?xml version='1.0'?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
}

/** One request to the model: which papers it asks about, in their order, or the overview. */
export type Asked = { kind: 'scores'; ids: string[] } | { kind: 'overview' };

/** What the model says to a request: text, events of a stream, or a status in place of an answer. */
export type Say = (asked: Asked, count: number) => string | { events: object[] } | { status: number; code?: string };

export interface Mark {
  relevance: number;
  significance: number;
}

export const scoresOf = (ids: readonly string[], mark: (id: string) => Mark) =>
  JSON.stringify({ scores: ids.map((id) => ({ id, why: '相关', ...mark(id) })) });

export const OVERVIEW = [
  '### 主题与趋势',
  '今天的论文都在谈灯：怎样让一盏灯找到它的房间，怎样让房间不再昏暗，以及没有人问起时灯该怎么办。方法大多是学习得到的，数据却不大。',
  '### 值得全文阅读',
  '- 第一篇讲得最完整，实验也最多，适合先读。',
].join('\n\n');

/** The model's own marks: the later a paper the better, from 2 to 6. */
export const markOf = (id: string): Mark => {
  const at = Number(id.slice(5)) - 1;
  return { relevance: 1 + (at % 3), significance: 1 + (at % 2) };
};

export const sayWell: Say = (asked) => (asked.kind === 'overview' ? OVERVIEW : scoresOf(asked.ids, markOf));

class Killed extends Error {}

export type Call = 'ask' | 'read' | 'write' | 'keep' | 'findModel' | 'analyse' | 'fetch';

/** A worker that dies at one of its calls to the world: before the call does anything, or after it did and before it tells. */
export interface Kill {
  at: number;
  when: 'before' | 'after';
}

/** A day to be made in a world of arXiv, a scripted model and guides, whose worker may die. */
export class MadeDay {
  readonly arxiv = new GivenArxiv().at(`${DAY} 14:00`);
  progress: DailyProgress = NOTHING_MADE;
  readonly kept: DailyProgress[] = [];
  /** Requests that reached the model, in order. */
  readonly asked: Asked[] = [];
  /** Ids of guides that were paid for, in order. */
  readonly paid: string[] = [];
  /** Every call of the last run. */
  calls: Call[] = [];
  /** Analyses begun and not ended, at most. */
  mostAtOnce = 0;
  input: DailyInput = {
    date: DAY,
    categories: ['cs.CV'],
    crossLists: true,
    interests: interestsOf(),
    most: 4,
    modelId: 'm1',
    language: 'zh',
    limit: null,
  };
  say: Say = sayWell;
  config: ModelConfig | null = MODEL;
  known: DayNews | null = null;
  willRetry: (error: AppError) => boolean = () => false;
  /** Why a paper's guide fails; null where it does not. */
  failing: (id: string) => 'model-filter' | 'model-quota' | 'model-busy' | null = () => null;
  guideCost: number | null = GUIDE_COST;
  private readonly guides = new Map<string, DailyAnalysis>();
  private running = 0;

  constructor(count = 40) {
    this.arxiv.answers['/rss/cs.CV'] = rssOf(count);
    this.arxiv.answers['/api'] = recordsOf;
  }

  /** Runs the job from where it was kept. @throws Killed */
  async run(kill: Kill | null = null, signal = new AbortController().signal): Promise<DailyOutcome> {
    this.calls = [];
    let isDead = false;
    const stopDead = () => {
      if (isDead) throw new Killed('killed');
    };
    const through =
      <A extends unknown[], R>(call: Call, work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        stopDead();
        const at = this.calls.push(call) - 1;
        if (kill?.at === at && kill.when === 'before') isDead = true;
        stopDead();
        const result = await work(...args);
        if (kill?.at === at) isDead = true;
        stopDead();
        return result;
      };
    const { tools } = this.arxiv;
    return makeReport(
      { input: this.input, progress: this.progress },
      {
        clock: { now: tools.clock.now, wait: (_, aborted) => forever(aborted) },
        ask: through('ask', tools.ask),
        cache: {
          ...tools.cache,
          read: through('read', tools.cache.read),
          write: through('write', tools.cache.write),
        },
        fetch: through<Parameters<typeof fetch>, Response>('fetch', (_, init) => this.answer(init)),
        signal,
        keep: through('keep', (progress) => {
          this.progress = structuredClone(progress);
          this.kept.push(this.progress);
          return Promise.resolve();
        }),
        findModel: through('findModel', () => Promise.resolve(this.config && { config: this.config, key: null })),
        analyse: through('analyse', (paper) => this.analyse(paper)),
        known: this.known,
        tastes: null,
        willRetry: this.willRetry,
        makeBoundary: () => 'boundary',
      },
    );
  }

  /** Runs until it is made. */
  async make(): Promise<MadeReport> {
    const outcome = await this.run();
    if (outcome.kind !== 'made') throw new Error(outcome.kind);
    return outcome;
  }

  private answer(init: RequestInit | undefined): Promise<Response> {
    const body = typeof init?.body === 'string' ? init.body : '';
    const { messages } = JSON.parse(body) as { messages: { content: string }[] }; // as: the body of a chat
    const user = messages.at(-1)?.content ?? '';
    const system = messages[0]?.content ?? '';
    const ids = [...user.matchAll(/^\[\d+\] id: (\S+)$/gm)].map(([, id = '']) => id);
    const asked: Asked = /"scores"/.test(system) ? { kind: 'scores', ids } : { kind: 'overview' };
    const count = this.asked.push(asked);
    const said = this.say(asked, count);
    if (typeof said === 'object' && 'status' in said) {
      const { status, code = 'no' } = said;
      return Promise.resolve(Response.json({ error: { message: code, code } }, { status }));
    }
    const lines = typeof said === 'string' ? eventsOf(said) : said.events;
    const stream = `${lines.map((line) => `data: ${JSON.stringify(line)}\n\n`).join('')}data: [DONE]\n\n`;
    return Promise.resolve(new Response(stream, { headers: { 'content-type': 'text/event-stream' } }));
  }

  /** A guide is kept before it is told of, as `DailyTools.analyse` promises. */
  private async analyse({ id }: AnnouncedPaper): Promise<DailyAnalysis> {
    const known = this.guides.get(id);
    if (known) return known;
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    await new Promise((next) => {
      setImmediate(next);
    });
    this.running -= 1;
    const error = this.failing(id);
    if (error) return { kind: 'failed', error };
    this.paid.push(id);
    const markdown = `### 一句话总结\n\n${id} 讲灯。\n\n### 方法\n\n用灯。`;
    const sections = [
      { part: 'gist' as const, title: '一句话总结', markdown: `${id} 讲灯。` },
      { part: 'method' as const, title: '方法', markdown: '用灯。' },
    ];
    const analysis = { markdown, basis: 'full' as const, sections };
    const guide: DailyAnalysis = { kind: 'done', analysis, titleChinese: `灯 ${id}`, cost: this.guideCost };
    this.guides.set(id, { ...guide, cost: null });
    return guide;
  }
}

function eventsOf(text: string): object[] {
  return [
    { choices: [{ index: 0, delta: { content: text } }] },
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    { choices: [], usage: USAGE },
  ];
}

function forever(signal?: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error)); // the reason an abort was given
  });
}
