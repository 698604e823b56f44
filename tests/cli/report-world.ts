import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArxivDays, type Fault } from '../arxiv-days';
import { keysAskedFor, writtenReply } from '../e2e/writer';
import { answerOf, ModelServer, type Reply, type SeenRequest } from '../model-server';

const START = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
export const DAY = '2026-06-24'; // a Wednesday
export const KEY = 'sk-planted-5f3a9c71e2';
export const OVERVIEW = [
  '### 主题与趋势',
  '今天的论文都很快：画地图快，数船快，找路也快。快的办法却各不相同，有的少看一些，有的看得更准，还有的干脆先猜再改，数据都来自真实场景。',
  '### 值得全文阅读',
  '- 第一篇的方法讲得最清楚，实验也最多，适合先读。',
].join('\n\n');

export interface Ran {
  code: number | null;
  said: string;
}

/** What a request to the model is about: a batch of papers, a paper, or the day. */
export function subjectOf({ body, json }: SeenRequest): string {
  const messages = json?.['messages'] as { content: string }[] | undefined; // as: the body of a chat
  const user = messages?.at(-1)?.content ?? '';
  if (keysAskedFor(body).length > 0) return `guide ${/Title of (\S+)/.exec(user)?.[1] ?? ''}`;
  const ids = idsIn(user);
  return ids.length > 0 ? `scores ${ids.join(' ')}` : 'overview';
}

function idsIn(user: string): string[] {
  return [...user.matchAll(/^\[\d+\] id: (\S+)$/gm)].map(([, id = '']) => id);
}

/** A model that gives every tenth paper full marks, writes every guide and the overview. */
export function answerWell(request: SeenRequest): Reply {
  const subject = subjectOf(request);
  if (subject.startsWith('guide')) return writtenReply(request.body);
  if (subject === 'overview') return answerOf(OVERVIEW);
  const scores = subject
    .split(' ')
    .slice(1)
    .map((id) => ({ id, why: '相关', relevance: id.endsWith('0') ? 3 : 1, significance: 2 }));
  return answerOf(JSON.stringify({ scores }));
}

/** arXiv, a model's server and a folder for reports, to run `daodu report` against. */
export class ReportWorld {
  readonly arxiv = new ArxivDays(
    () => Date.parse(`${DAY}T14:00:00+08:00`),
    new Map([[DAY, { faults: ({ path, url }) => this.faultOf(path, url) }]]),
  );
  /** Told of every request as it arrives; one of which it says true is never answered. */
  onArrival: (what: string) => boolean = () => false;
  /** Whether arXiv has full texts. */
  fullTexts = true;
  folder = '';
  private base = '';

  private constructor(readonly model: ModelServer) {
    this.answer(answerWell);
  }

  /** What the model answers from now on. */
  answer(reply: (request: SeenRequest) => Reply): void {
    this.model.otherwise = (request) => (this.onArrival(subjectOf(request)) ? { late: true } : reply(request));
  }

  private faultOf(path: string, url: string): Fault | null {
    if (this.onArrival(`arXiv ${url}`)) return { dead: true };
    return path === 'html' && !this.fullTexts ? { status: 404, body: '' } : null;
  }

  static async start(): Promise<ReportWorld> {
    const world = new ReportWorld(await ModelServer.start());
    world.base = await world.arxiv.start();
    world.newFolder();
    return world;
  }

  newFolder(): void {
    this.clear();
    this.folder = mkdtempSync(join(tmpdir(), 'daodu-report-'));
  }

  async close(): Promise<void> {
    await Promise.all([this.arxiv.close(), this.model.close()]);
    this.clear();
  }

  /** Begins a run; `done` resolves when it has ended, also when it was killed. */
  begin(args: readonly string[] = [], env: Record<string, string> = {}): { child: ChildProcess; done: Promise<Ran> } {
    const usual = ['--date', DAY, '--categories', 'cs.CV', '--out', this.folder, '--pace', '0', '--max', '3'];
    const model = ['--model', `${this.model.url}/v1`, '--model-name', 'scripted-model'];
    let child: ChildProcess | null = null;
    const done = new Promise<Ran>((resolve) => {
      child = execFile(
        process.execPath,
        [START, 'report', ...usual, ...model, ...args],
        { env: { ...process.env, DAODU_ARXIV: this.base, DAODU_KEY: KEY, ...env } },
        (_, printed, said) => resolve({ code: child?.exitCode ?? null, said: printed + said }),
      );
    });
    if (!child) throw new Error('it did not start');
    return { child, done };
  }

  run(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Ran> {
    return this.begin(args, env).done;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  get markdown(): string {
    return this.read(`arxiv_cv_report_${DAY}.md`);
  }

  /** What the model was asked about, in order. */
  get subjects(): string[] {
    return this.model.seen.map(subjectOf);
  }

  private clear(): void {
    if (this.folder !== '') rmSync(this.folder, { recursive: true });
  }
}
