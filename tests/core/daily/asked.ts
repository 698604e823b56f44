import type { PoliteAnswer, PoliteRequest } from '@/core/arxiv/polite-fetch';
import type { ArxivTools } from '@/core/daily/kept-answer';
import { CacheMemory } from './simulation';

type Given = string | Error | Partial<PoliteAnswer> | ((path: string) => string);

/** An arXiv of given answers, by address without its host, at a time that a test sets; what is not given is a 404. */
export class GivenArxiv {
  now = 0;
  readonly asked: PoliteRequest[] = [];
  readonly cache = new CacheMemory();
  readonly answers: Record<string, Given> = {};

  get paths(): string[] {
    return this.asked.map(({ url }) => pathOf(url));
  }

  /** `now`: in Beijing, `2026-12-03 13:30`. */
  at(now: string): this {
    this.now = Date.parse(`${now.replace(' ', 'T')}:00+08:00`);
    return this;
  }

  get tools(): ArxivTools {
    return { clock: { now: () => this.now }, cache: this.cache, ask: (request) => this.answer(request) };
  }

  private answer(request: PoliteRequest): Promise<PoliteAnswer> {
    this.asked.push(request);
    const path = pathOf(request.url);
    const exact = this.answers[path];
    // What holds for any list of ids.
    const given = exact ?? (path.startsWith('/api/') ? this.answers['/api'] : undefined) ?? { status: 404 };
    if (given instanceof Error) return Promise.reject(given);
    const text = typeof given === 'function' ? given(path) : given;
    const answer = typeof text === 'string' ? { text } : text;
    return Promise.resolve({ status: 200, bytes: new Uint8Array(), text: '', etag: null, ...answer });
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
