import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyInput, DailyProgress } from '@/core/daily/daily-job';
import type { DailyOutcome, DailyTools } from '@/core/daily/daily-tools';
import { type Interests, NO_INTERESTS, parseInterests } from '@/core/daily/interests';
import { makeReport } from '@/core/daily/make-report';
import { publishFiles } from '@/core/daily/publish';
import { type IndexEntry, readIndex } from '@/core/daily/published-day';
import { AppError } from '@/core/errors';
import { isRetryable, retryDelay } from '@/core/model/retry';
import { toBeijingTime, toDay } from '@/core/report-day';
import { openArxiv, readArxivOptions } from './arxiv-base';
import { madeLine, progressLine } from './day-lines';
import { DayState } from './day-state';
import { describe } from './files';
import { GuideFiles } from './guide-files';
import { readReportArgs, USAGE, type Wanted } from './report-args';
import { forgetOldState } from './state-file';
import { writeWhole } from './whole-file';

const readInterests = (file: string | undefined): Interests =>
  file === undefined ? NO_INTERESTS : parseInterests(readFileSync(file, 'utf8'));

function readPrevious(out: string): IndexEntry[] {
  const path = join(out, 'index.json');
  return existsSync(path) ? readIndex(readFileSync(path, 'utf8')) : [];
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A day on its way through one run, which makes up for failures that pass. */
class DayRun {
  private progress: DailyProgress;
  private readonly state: DayState;
  private readonly tools: DailyTools;
  private lastLine: string | null = null;
  /** Failures since the last answer of the model. */
  private attempt = 0;
  private wait = 0;

  constructor(
    wanted: Wanted,
    private readonly input: DailyInput,
    arxiv: ReturnType<typeof openArxiv>,
  ) {
    const { out: folder, model } = wanted;
    this.state = new DayState(folder, input);
    this.progress = this.state.read();
    const world = { ...arxiv, fetch, makeBoundary: () => randomUUID(), findModel: () => Promise.resolve(model) };
    const { language, modelId } = input;
    const guides = new GuideFiles({ folder, day: this.state.name, modelId: modelId ?? '', language, tools: world });
    this.tools = {
      ...world,
      signal: new AbortController().signal,
      keep: (progress) => Promise.resolve(this.keep(progress)),
      analyse: (paper, signal) => guides.analyse(paper, signal),
      known: null,
      tastes: null,
      willRetry: (error) => this.willRetry(error),
    };
  }

  async make(): Promise<{ outcome: DailyOutcome; progress: DailyProgress }> {
    for (;;) {
      this.wait = 0;
      try {
        const outcome = await makeReport({ input: this.input, progress: this.progress }, this.tools);
        return { outcome, progress: this.progress };
      } catch (error) {
        if (this.wait === 0) throw error;
        say(`模型暂时没有回答，${Math.ceil(this.wait / 1000)} 秒后再试`);
        await this.tools.clock.wait(this.wait);
      }
    }
  }

  private keep(progress: DailyProgress): void {
    if (progress.requests > this.progress.requests) this.attempt = 0;
    this.progress = progress;
    if (this.input.modelId === null) return; // all of it costs nothing, and takes no time
    this.state.write(progress);
    const line = progressLine(progress, this.tools.clock.now());
    if (line !== null && line !== this.lastLine) say(line);
    this.lastLine = line;
  }

  private willRetry({ code, retryAfterSeconds }: AppError): boolean {
    this.attempt += 1;
    this.wait = isRetryable(code) ? (retryDelay(this.attempt, retryAfterSeconds, Math.random()) ?? 0) : 0;
    return this.wait > 0;
  }
}

const NONE = { weekend: '周末无公告', holiday: '节假日无公告', empty: '这一天这些分类没有新论文' };

/** Makes the day's report and writes the folder. @returns a sentence for whoever runs it. @throws AppError */
async function runDay(wanted: Wanted, arxiv: ReturnType<typeof openArxiv>): Promise<string> {
  const { date, categories, crossLists, out, most, model, limit, baseUrl } = wanted;
  const interests = readInterests(wanted.keywords);
  const previous = readPrevious(out);
  const modelId = model?.config.id ?? null;
  const input: DailyInput = { date, categories, crossLists, interests, most, modelId, language: 'zh', limit };
  const { outcome, progress } = await new DayRun(wanted, input, arxiv).make();
  if (outcome.kind === 'not-yet') {
    return `${date} 还没有公告，${toDay(outcome.at)} ${toBeijingTime(outcome.at)}（北京时间）之后再试。没有写入任何内容。`;
  }
  if (outcome.kind === 'none') return `${date}：${NONE[outcome.reason]}。没有写入任何内容。`;
  if (outcome.kind === 'gone') {
    return `${date} 的公告 arXiv 已经不再列出，最近的是 ${outcome.newest}。没有写入任何内容。`;
  }
  const files = publishFiles(outcome.report, { previous, baseUrl, now: arxiv.clock.now() });
  for (const { path, text } of files) writeWhole(join(out, path), text);
  return madeLine(
    outcome,
    progress,
    input,
    files.map(({ path }) => path),
  );
}

/**
 * `daodu report`: makes a day's report from what arXiv announced, with a model or without, and writes it with its index and Atom
 * feed into a folder that can be served as it is. Interrupted and run again it goes on where it was, and asks neither arXiv nor
 * the model for what it has.
 *
 * @returns 0 also where there is nothing to report or the model failed, 1 when it failed, 2 for arguments that cannot be read.
 */
export async function runReport(args: string[]): Promise<number> {
  const wanted = readReportArgs(args, process.env['DAODU_KEY']);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n${USAGE}`);
    return 2;
  }
  const options = readArxivOptions(process.env['DAODU_ARXIV'], wanted.pace);
  if (typeof options === 'string') {
    say(options);
    return 2;
  }
  try {
    const arxiv = openArxiv(wanted.out, options);
    forgetOldState(wanted.out, arxiv.clock.now());
    say(await runDay(wanted, arxiv));
    return 0;
  } catch (error) {
    const { code, message } = describe(error, wanted.keywords ?? wanted.out);
    say(message);
    if (!(error instanceof AppError) || code === 'unknown') console.error(error);
    return 1;
  }
}
