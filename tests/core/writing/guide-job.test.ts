import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FullText } from '@/core/arxiv/full-text';
import { AppError } from '@/core/errors';
import { DEFAULT_GLOSSARY } from '@/core/glossary';
import type { GuideJob, GuideProgress } from '@/core/jobs/job';
import type { ModelConfig } from '@/core/model/config';
import { type GuideTools, writeGuide } from '@/core/writing/guide-job';
import type { Writing, WrittenGuide } from '@/core/writing/written';
import { sampleJob } from '../../library-samples';
import { answerOf, ModelServer, type Reply } from '../../model-server';
import { settle, VirtualClock } from '../../virtual-clock';

const TEXT: FullText = {
  id: '1706.03762',
  version: 7,
  title: 'Attention Is All You Need',
  authors: [],
  sections: [
    { kind: 'body', level: 1, number: '1', title: 'Results', text: 'The big model reaches 28.4 BLEU on the task.' },
  ],
};
const FULL = {
  title: '只需要注意力',
  gist: '只用注意力的序列模型。',
  problem: '循环网络难以并行。',
  method: '用多头注意力取代循环。',
  results: '在翻译上达到 28.4 BLEU。',
  limitations: '【推断】没有试过很长的序列。',
  future: '可以用于图像。',
  findings: [{ text: '达到 28.4 BLEU。', sentence: 'The big model reaches 28.4 BLEU on the task.' }],
};
const { title, gist, contribution, method, limitations, impact, applications, findings } = {
  ...FULL,
  contribution: '提出 Transformer。',
  impact: '影响了整个领域。',
  applications: '翻译、语音。',
};
const ABSTRACT = { title, gist, contribution, method, limitations, impact, applications, findings };

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());
afterEach(() => {
  server.seen.length = 0;
});

interface Run {
  kept: GuideProgress[];
  saved: { guide: WrittenGuide; writing: Writing }[];
  error: unknown;
}

async function run(
  replies: Reply[],
  { job = {}, tools = {} }: { job?: Partial<GuideJob>; tools?: Partial<GuideTools> } = {},
): Promise<Run> {
  const config: ModelConfig = {
    id: 'm1',
    name: '测试',
    provider: 'custom',
    protocol: 'openai',
    baseUrl: `${server.url}/v1`,
    model: 'scripted-model',
    contextTokens: 32_000,
    price: { input: 2, output: 8 },
    json: 'object',
    readsPdf: true,
  };
  server.next(...replies);
  const result: Run = { kept: [], saved: [], error: null };
  const given: GuideTools = {
    fetch,
    clock: new VirtualClock(),
    signal: new AbortController().signal,
    keep: (progress) => Promise.resolve(void result.kept.push(progress)),
    readText: () => Promise.resolve(TEXT),
    readPdf: () => Promise.reject(new AppError('no-pdf', 'none')),
    findModel: () => Promise.resolve({ config, key: 'sk-test' }),
    glossary: DEFAULT_GLOSSARY,
    makeBoundary: () => 'BOUNDARY-7',
    show: () => undefined,
    save: (guide, writing) => Promise.resolve(void result.saved.push({ guide, writing })),
    ...tools,
  };
  await writeGuide(sampleJob(job), given).catch((error: unknown) => (result.error = error));
  return result;
}

const outOfReach = () => Promise.reject(new AppError('arxiv-offline', 'no network'));
const whole = (answer: object) => answerOf(JSON.stringify(answer));
const partsOf = (result: Run) => result.saved[0]?.guide.parts.map(({ part }) => part);
const prompt = (at: number) => server.seen[at]?.body ?? '';

describe('writing a guide', () => {
  test('reads the full text, asks once, and keeps what it took and cost', async () => {
    const result = await run([whole(FULL)]);
    expect(result.error).toBeNull();
    expect(partsOf(result)).toEqual(['gist', 'problem', 'method', 'results', 'limitations', 'future']);
    expect(result.saved[0]?.writing).toEqual({
      model: 'scripted-model',
      promptVersion: 1,
      basis: 'full',
      inputTokens: 10,
      outputTokens: 5,
      cost: 0.00006,
      writtenAt: expect.any(Number),
    });
    expect(server.seen).toHaveLength(1);
    expect(prompt(0)).toContain('28.4 BLEU');
  });

  test('keeps each step before the next begins', async () => {
    const { kept } = await run([whole(FULL)]);
    expect(kept.map(({ step, requests }) => [step, requests])).toEqual([
      ['write', 0],
      ['write', 1],
      ['save', 1],
    ]);
  });

  test('is from the abstract, with its own parts, where arXiv has no full text', async () => {
    const result = await run([whole(ABSTRACT)], { tools: { readText: () => Promise.resolve(null) } });
    expect(result.saved[0]?.writing.basis).toBe('abstract');
    expect(partsOf(result)).toEqual(['gist', 'contribution', 'method', 'limitations', 'impact', 'applications']);
  });

  test('asks arXiv once more when it is out of reach, then writes from the abstract', async () => {
    const asked: number[] = [];
    const clock = new VirtualClock();
    const tools = { clock, readText: () => (asked.push(clock.now()), outOfReach()) };
    const running = run([whole(ABSTRACT)], { tools });
    await clock.pass(5_000);
    const result = await running;
    expect(asked.map((at) => at - (asked[0] ?? 0))).toEqual([0, 2_000]);
    expect(result.saved[0]?.writing.basis).toBe('abstract');
  });

  test('is from the full text when arXiv gives it the second time', async () => {
    const clock = new VirtualClock();
    let asked = 0;
    const readText = () => (asked++ === 0 ? outOfReach() : Promise.resolve(TEXT));
    const running = run([whole(FULL)], { tools: { clock, readText } });
    await clock.pass(5_000);
    expect((await running).saved[0]?.writing.basis).toBe('full');
  });

  test('never falls back to the abstract once it has begun with the full text', async () => {
    const progress: GuideProgress = { ...sampleJob().progress, step: 'write', basis: 'full' };
    const { error } = await run([], { job: { attempt: 3, progress }, tools: { readText: outOfReach } });
    expect(error).toMatchObject({ code: 'arxiv-offline' });
  });

  test('asks only for what is missing after an answer broke off, and keeps what was finished', async () => {
    const cut: Reply = {
      steps: [{ say: `{"title": "${title}", "gist": "${gist}", "problem": "循环网络` }, { cut: true }],
    };
    const first = await run([cut]);
    expect(first.error).toMatchObject({ code: 'model-cut' });
    const progress = first.kept.at(-1);
    expect(progress?.written?.parts).toEqual([{ part: 'gist', markdown: gist, inferred: false }]);
    const { problem, results, future } = FULL;
    const rest = { problem, method, results, limitations, future, findings };
    const second = await run([whole(rest)], { job: { progress: progress ?? sampleJob().progress, attempt: 1 } });
    expect(partsOf(second)).toEqual(['gist', 'problem', 'method', 'results', 'limitations', 'future']);
    expect(second.saved[0]?.guide.titleChinese).toBe(title);
    expect(prompt(1)).not.toContain('  \\"gist\\": ');
    expect(prompt(1)).toContain('  \\"problem\\": ');
  });

  test.each([
    ['in the middle of a part', JSON.stringify(FULL).slice(0, 60)],
    ['behind all of the answer but its end', JSON.stringify(FULL)],
  ])('keeps at once what a model said that falls silent %s', async (_, said) => {
    const clock = new VirtualClock();
    const controller = new AbortController();
    const kept: GuideProgress[] = [];
    const looks: number[] = [];
    const running = run(
      [{ steps: [{ say: said.slice(0, -5) }, { hold: true }, { say: said.slice(-5) }, { hold: true }] }],
      {
        tools: {
          signal: controller.signal,
          keep: (progress) => Promise.resolve(void kept.push(progress)),
          clock: {
            now: clock.now,
            wait(milliseconds, signal) {
              if (milliseconds < 1_000) looks.push(milliseconds); // what has come is looked at soon, all else takes longer
              return clock.wait(milliseconds, signal);
            },
          },
        },
      },
    );
    const comes = async () => {
      const { length: before } = looks;
      while (looks.length === before) await settle();
    };
    await comes();
    await clock.pass(1_000);
    await server.held();
    server.release();
    await comes();
    await clock.pass(300);
    expect(kept.at(-1)?.answer).toBe(said);
    const { length: before } = kept;
    await clock.pass(2_000);
    expect(kept).toHaveLength(before);
    controller.abort(new AppError('stopped', 'enough'));
    server.release();
    await running;
  });

  test('takes up what a worker that died had received, and asks nothing when that was all', async () => {
    const progress: GuideProgress = {
      ...sampleJob().progress,
      step: 'write',
      basis: 'full',
      requests: 1,
      answer: JSON.stringify(FULL),
    };
    const result = await run([], { job: { progress } });
    expect(server.seen).toHaveLength(0);
    expect(result.saved).toHaveLength(1);
  });

  test('saves again, and asks nothing, when the worker died while it saved', async () => {
    const first = await run([whole(FULL)]);
    const progress = first.kept.at(-1);
    server.seen.length = 0;
    const second = await run([], { job: { progress: progress ?? sampleJob().progress } });
    expect(server.seen).toHaveLength(0);
    expect(second.saved[0]?.guide).toEqual(first.saved[0]?.guide);
  });

  test('asks for what an answer that was cut at its limit lacks', async () => {
    const { problem, results, future } = FULL;
    const half = `{"title": "${title}", "gist": "${gist}", "problem": "${problem}", "method": "${method}", "resu`;
    const result = await run([
      { steps: [{ say: half }, { finish: 'length' }] },
      whole({ results, limitations, future, findings }),
    ]);
    expect(partsOf(result)).toEqual(['gist', 'problem', 'method', 'results', 'limitations', 'future']);
    expect(prompt(1)).not.toContain('  \\"method\\": ');
  });

  test('shows prose to the model once more, without the paper, and takes the answer in shape', async () => {
    const prose =
      '## 研究问题\n\n循环网络难以并行，训练很慢，长距离的依赖也难学到。\n\n## 方法\n\n用多头注意力取代循环。';
    const result = await run([answerOf(prose), whole(FULL)]);
    expect(result.saved[0]?.guide.prose).toBe(false);
    expect(prompt(1)).toContain('循环网络难以并行');
    expect(prompt(1)).not.toContain('The big model reaches');
  });

  test('keeps prose as prose when it stays prose', async () => {
    const prose =
      '## 研究问题\n\n循环网络难以并行，训练很慢，长距离的依赖也难学到。\n\n## 方法\n\n用多头注意力取代循环。';
    const result = await run([answerOf(prose), answerOf(prose)]);
    expect(result.saved[0]?.guide).toMatchObject({ prose: true });
    expect(server.seen).toHaveLength(2);
  });

  test.each<[string, Reply[], string]>([
    ['the key is refused', [{ status: 401, body: { error: { message: 'invalid api key' } } }], 'model-key'],
    ['the provider holds it back', [{ steps: [{ say: '{' }, { finish: 'filter' }] }], 'model-filter'],
    ['the answer is blank', [answerOf('   ')], 'model-blank'],
    [
      'the model has nothing to say, twice',
      [answerOf('抱歉，我无法访问这篇论文。'), answerOf('抱歉，我无法访问这篇论文。')],
      'model-answer',
    ],
  ])('fails with its reason and saves nothing when %s', async (_, replies, code) => {
    const result = await run(replies);
    expect(result.error).toMatchObject({ code });
    expect(result.saved).toEqual([]);
  });

  test('says that there is no model when it was removed', async () => {
    const { error } = await run([], { tools: { findModel: () => Promise.resolve(null) } });
    expect(error).toMatchObject({ code: 'model-none' });
  });

  test('does nothing more once the job is no longer ours', async () => {
    const lost = new AppError('stopped', 'taken over');
    const { error, saved } = await run([whole(FULL)], { tools: { keep: () => Promise.reject(lost) } });
    expect(error).toBe(lost);
    expect(saved).toEqual([]);
    expect(server.seen).toHaveLength(0);
  });

  test('sends the PDF along only to a reader’s wish', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 planted');
    const job = { input: { ...sampleJob().input, source: 'pdf' as const } };
    const result = await run([whole(FULL)], { job, tools: { readPdf: () => Promise.resolve(pdf) } });
    expect(result.saved[0]?.writing.basis).toBe('full');
    expect(prompt(0)).toContain(Buffer.from(pdf).toString('base64'));
  });
});
