import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { readInput } from '@/core/report/read';
import { DAY, answerWell, KEY, ReportWorld, subjectOf } from './report-world';

const PRICE = ['--price-in', '2', '--price-out', '8'];
const idOf = (at: number) => `2606.${45_600 + at}`;
const CHOSEN = [0, 10, 20].map(idOf);

/** Each run is a process, and takes seconds on a busy machine. */
describe('daodu report with a model', { timeout: 120_000 }, () => {
  let world: ReportWorld;
  beforeAll(async () => {
    world = await ReportWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.newFolder();
    world.model.seen.length = 0;
    world.arxiv.answers.length = 0;
    world.answer(answerWell);
  });

  const reportOf = () => readInput(world.read(`${DAY}.json`)).report;
  const analysedOf = () => reportOf().papers.map(({ id, analysis }) => [id, analysis !== null]);

  test('writes the chosen papers with their guides, from their full texts, and the overview', async () => {
    const { code, said } = await world.run(PRICE);
    expect([code, said]).toEqual([0, expect.stringContaining('公告 75 篇，选了 3 篇，3 篇有解读，花了约 0.078 元')]);
    const report = reportOf();
    expect(report.papers.map(({ id }) => id)).toEqual(CHOSEN);
    expect(report.papers[0]).toMatchObject({ titleChinese: '地图论文的中文标题', analysis: { basis: 'full' } });
    expect(report.summary?.markdown).toContain('（概览由 scripted-model 写成。）');
    expect(world.subjects.map((subject) => subject.split(' ')[0])).toEqual([
      ...Array.from({ length: 5 }, () => 'scores'),
      ...Array.from({ length: 3 }, () => 'guide'),
      'overview',
    ]);
    const guide = world.model.seen.find((request) => subjectOf(request).startsWith('guide'));
    expect(guide?.body).toContain('The results of 2606.45600');
    expect(world.arxiv.answers.map(({ url }) => url).slice(2)).toEqual(CHOSEN.map((id) => `/html/${id}v1`));
  });

  test('tells how far it is', async () => {
    const { said } = await world.run(PRICE);
    expect(said).toContain('打分 16/75 篇');
    expect(said).toMatch(/^2\/3 篇 · Title of 2606\.45620 · 已用约 0\.052 元/m);
    expect(said).toContain('写今日概览 · 已用约 0.078 元');
  });

  test('writes Markdown that is read back byte for byte, and the same in JSON', async () => {
    await world.run();
    const read = readInput(world.markdown).report;
    expect(formatReport(read)).toBe(world.markdown);
    expect(formatReport(reportOf())).toBe(world.markdown);
    // The command line's own parser, over the file.
    const line = await new Promise<string>((resolve) => {
      const start = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
      const file = join(world.folder, `arxiv_cv_report_${DAY}.md`);
      execFile(process.execPath, [start, 'parse', file], (_, printed) => resolve(printed));
    });
    expect(formatReport(readInput(line).report)).toBe(world.markdown);
  });

  test('asks nothing again that it has, neither arXiv nor the model', async () => {
    await world.run();
    const [markdown, json] = [world.markdown, world.read(`${DAY}.json`)];
    const asked = [world.model.seen.length, world.arxiv.answers.length];
    expect(await world.run()).toMatchObject({ code: 0 });
    expect([world.model.seen.length, world.arxiv.answers.length]).toEqual(asked);
    expect([world.markdown, world.read(`${DAY}.json`)]).toEqual([markdown, json]);
  });

  test('scores nothing again for more papers', async () => {
    await world.run(['--max', '2']);
    await world.run(['--max', '3']);
    expect(world.subjects.filter((subject) => subject.startsWith('scores'))).toHaveLength(5);
    expect(world.subjects.filter((subject) => subject.startsWith('guide')).toSorted()).toEqual(
      CHOSEN.map((id) => `guide ${id}`),
    );
    expect(analysedOf()).toEqual(CHOSEN.map((id) => [id, true]));
  });

  test('sends the key to the model and writes it nowhere', async () => {
    const { said } = await world.run();
    expect(new Set(world.model.placesOf(KEY))).toEqual(new Set(['header authorization']));
    const files = readdirSync(world.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(10);
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect([said, ...texts].filter((text) => text.includes(KEY.slice(3)))).toEqual([]);
  });

  test('makes a day without the model where its key is refused, says so, and makes it whole once it is right', async () => {
    world.answer(({ headers }) => ({
      status: 401,
      body: { error: { message: `bad key ${headers.authorization}` } },
    }));
    const { code, said } = await world.run();
    expect([code, said]).toEqual([0, expect.stringContaining('模型服务没有接受这个密钥')]);
    expect(said).not.toContain(KEY);
    expect(world.model.seen).toHaveLength(1);
    expect(analysedOf().map(([, has]) => has)).toEqual([false, false, false]);
    expect(reportOf().summary?.markdown).toContain('自动统计（未用模型）');
    world.answer(answerWell);
    await world.run();
    expect(analysedOf()).toEqual(CHOSEN.map((id) => [id, true]));
  });

  test('leaves one paper without an analysis that the model will not write of, and tries it the next time', async () => {
    world.answer((request) =>
      subjectOf(request) === `guide ${CHOSEN[1]}`
        ? { status: 400, body: { error: { code: 'data_inspection_failed', message: 'inappropriate content' } } }
        : answerWell(request),
    );
    const { code, said } = await world.run();
    expect([code, said]).toEqual([0, expect.stringContaining(`2 篇有解读。${CHOSEN[1]} 没有写成解读：`)]);
    expect(analysedOf().map(([, has]) => has)).toEqual([true, false, true]);
    expect(reportOf().summary?.markdown).toContain('概览由 scripted-model 写成');
    world.answer(answerWell);
    const before = world.model.seen.length;
    await world.run();
    expect(world.subjects.slice(before)).toEqual([`guide ${CHOSEN[1]}`]);
    expect(analysedOf().map(([, has]) => has)).toEqual([true, true, true]);
  });

  test('tries again by itself what may pass', async () => {
    const failed = new Set<string>();
    world.answer((request) => {
      const subject = subjectOf(request);
      if (failed.has(subject) || (subject !== 'overview' && subject !== `guide ${CHOSEN[0]}`))
        return answerWell(request);
      failed.add(subject);
      return { status: 503, body: 'busy' };
    });
    const { said } = await world.run();
    expect(said).toContain('模型暂时没有回答');
    expect(failed).toEqual(new Set(['overview', `guide ${CHOSEN[0]}`]));
    expect(world.model.seen).toHaveLength(11);
    expect(analysedOf()).toEqual(CHOSEN.map((id) => [id, true]));
    expect(reportOf().summary?.markdown).toContain('概览由 scripted-model 写成');
  });

  test('writes from the abstract where arXiv has no full text, and says what it rests on', async () => {
    world.fullTexts = false;
    await world.run(['--max', '1']);
    world.fullTexts = true;
    expect(reportOf().papers[0]?.analysis).toMatchObject({ basis: 'abstract' });
    expect(world.arxiv.answers.filter(({ url }) => url.startsWith('/html/'))).toHaveLength(1);
  });

  test('keeps to the limit of the day', async () => {
    // A guide is 0.026 yuan.
    const { said } = await world.run([...PRICE, '--limit', '0.06']);
    expect(said).toContain('到了花费上限，1 篇没有写解读');
    expect(analysedOf().map(([, has]) => has)).toEqual([true, true, false]);
    await world.run([...PRICE, '--limit', '0.5']);
    expect(analysedOf().map(([, has]) => has)).toEqual([true, true, true]);
    expect(world.subjects.filter((subject) => subject.startsWith('guide'))).toHaveLength(3);
  });
});
