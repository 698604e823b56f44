import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '@/core/clock';
import type { GuideJob, GuideProgress } from '@/core/jobs/job';
import { type GuideTools, writeGuide } from '@/core/writing/guide-job';
import { keptGuide } from '@/core/writing/kept';
import type { Writing, WrittenGuide } from '@/core/writing/written';
import { keysAskedFor, piecesOf, writtenReply, WRITTEN } from '../../e2e/writer';
import { sampleJob } from '../../library-samples';
import { ModelServer } from '../../model-server';

const PIECES = piecesOf(Object.keys(WRITTEN));
const WHOLE = PIECES.join('');
/** The first keys of an answer, with half of the next one. */
const broken = (keys: number) => PIECES.slice(0, keys).join('') + (PIECES[keys] ?? '').slice(0, -4);

const partsOf = (guide: WrittenGuide | undefined) => guide?.parts.map(({ part }) => part);

/** A job that a worker left at this point. */
function left(progress: Partial<GuideProgress>): GuideJob {
  return sampleJob({ progress: { ...sampleJob().progress, step: 'write', basis: 'full', ...progress } });
}

/** Patience never ends, what is shown a few times a second is shown at once. */
const clock: Clock = {
  now: () => 0,
  wait: (milliseconds, signal) =>
    milliseconds < 1_000
      ? Promise.resolve()
      : new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error)); // the reason an abort was given
        }),
};

describe('writing a guide after an interruption', () => {
  let server: ModelServer;
  let told: ({ kept: GuideProgress } | { shown: WrittenGuide } | { saved: WrittenGuide; writing: Writing })[];

  beforeEach(async () => {
    server = await ModelServer.start();
    server.otherwise = ({ body }) => writtenReply(body);
    told = [];
  });
  afterEach(() => server.close());

  const asked = () => server.seen.map(({ body }) => keysAskedFor(body));
  const saved = () => told.flatMap((one) => ('saved' in one ? [one] : []));

  function write(job: GuideJob): Promise<void> {
    const tools: GuideTools = {
      fetch,
      clock,
      signal: new AbortController().signal,
      keep: (kept) => Promise.resolve(void told.push({ kept })),
      readText: () => Promise.resolve({ sections: [], license: null } as never), // as: no more of it is read
      readPdf: () => Promise.reject(new Error('nobody asked for a PDF')),
      findModel: () =>
        Promise.resolve({
          key: null,
          config: {
            id: 'm1',
            name: '测试',
            provider: 'custom',
            protocol: 'openai',
            baseUrl: `${server.url}/v1`,
            model: 'scripted-model',
            contextTokens: 64_000,
            price: null,
            json: 'object',
            readsPdf: false,
          },
        }),
      glossary: [],
      makeBoundary: () => 'boundary',
      show: ({ guide }) => told.push({ shown: guide }),
      save: (guide, writing) => Promise.resolve(void told.push({ saved: guide, writing })),
    };
    return writeGuide(job, tools);
  }

  test('asks for what is missing only, and shows the rest before it is answered', async () => {
    await write(left({ answer: broken(3) }));
    expect(asked()).toEqual([['problem', 'method', 'results', 'limitations', 'future', 'findings'].slice(1)]);
    const first = told.find((one) => 'shown' in one);
    expect(partsOf(first?.shown)).toEqual(['gist', 'problem']);
    expect(partsOf(saved()[0]?.saved)).toEqual(['gist', 'problem', 'method', 'results', 'limitations', 'future']);
  });

  test('takes an answer that was all there without asking', async () => {
    await write(left({ answer: WHOLE }));
    expect(asked()).toEqual([]);
    expect(saved()[0]?.saved.findings.map(({ text }) => text)).toEqual(['速度快了二十倍。']);
  });

  test.each([
    ['in its last finding', WHOLE.slice(0, -2).replace('}]', '}, {"text": "半句')],
    ['behind a finding', WHOLE.slice(0, -2)],
  ])('takes no answer for whole that broke off %s', async (_, answer) => {
    await write(left({ answer }));
    expect(asked()).toEqual([['findings']]);
    expect(saved()[0]?.saved.findings.map(({ text }) => text)).toEqual(['速度快了二十倍。']);
  });

  test('adds what broke off to the bill', async () => {
    await write(left({ answer: broken(3), inputTokens: 100, outputTokens: 10 }));
    expect(saved()[0]?.writing.inputTokens).toBeGreaterThan(9_100);
    expect(saved()[0]?.writing.outputTokens).toBeGreaterThan(1_010);
  });

  test('shows no part as finished that is not kept, also of a second answer', async () => {
    server.next({ steps: [...PIECES.slice(0, 5).map((say) => ({ say })), { finish: 'stop' }] });
    await write(left({}));
    expect(asked()).toHaveLength(2);
    let kept: GuideProgress | null = null;
    for (const one of told) {
      if ('kept' in one) ({ kept } = one);
      if (!('shown' in one)) continue;
      // The last one is still being written.
      const finished = one.shown.parts.slice(0, -1).map(({ part }) => part);
      expect(kept && partsOf(keptGuide(left(kept)))).toEqual(expect.arrayContaining(finished));
    }
  });
});

describe('what a job has kept', () => {
  const progress = { ...sampleJob().progress, basis: 'full' as const };
  const gist = { part: 'gist' as const, markdown: '一句话。', inferred: false };
  const written = { titleChinese: null, parts: [gist], findings: [], prose: false };

  test.each([
    ['nothing', {}, []],
    ['what an answer has finished', { answer: broken(3) }, ['gist', 'problem']],
    ['what earlier answers gave, which stays as it was', { written, answer: broken(3) }, ['gist', 'problem']],
    ['no prose', { answer: '这是一篇关于地图的论文。'.repeat(100) }, []],
  ])('is %s', (_, change, parts) => {
    const guide = keptGuide({ input: sampleJob().input, progress: { ...progress, ...change } });
    expect(guide.parts.map(({ part }) => part)).toEqual(parts);
    if ('written' in change) expect(guide.parts[0]).toEqual(gist);
  });
});
