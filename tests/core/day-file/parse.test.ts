import { describe, expect, test } from 'vitest';
import { parseDayFile } from '@/core/day-file/parse';
import { AppError } from '@/core/errors';
import { reportIdOf } from '@/core/library/prepare';
import { type Paper, reportSchema } from '@/core/paper';
import { sourceName } from '@/core/guide/source';
import { splitAnalysis } from '@/core/report/sections';
import { PLACEHOLDERS, sampleAi, sampleRow, toLines } from './sample';

function readPaper(row: Record<string, unknown>): Paper {
  const { report, skipped } = parseDayFile(toLines(row));
  expect(skipped).toEqual([]);
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const [paper] = report.papers;
  if (!paper) throw new Error('no paper');
  return paper;
}
const readAi = (ai: unknown, fields: Record<string, unknown> = {}) => readPaper(sampleRow({ ...fields, AI: ai }));
const partsOf = (paper: Paper) => paper.analysis?.sections.map(({ part, title }) => [part, title]);

function refusal(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.line] : error;
  }
}

describe('a row as the generator writes it', () => {
  test('is a paper with its analysis', () => {
    const { report } = parseDayFile(toLines(sampleRow()), { date: '2026-06-25' });
    const [{ analysis, ...paper } = { analysis: null }] = report.papers;
    expect(paper).toEqual({
      id: '2606.01234',
      version: null,
      title: 'A Robot That Folds Maps',
      titleChinese: null,
      authors: ['Ann Lee', 'Bo Xu'],
      published: null,
      categories: ['cs.RO', 'cs.AI'],
      abstract: 'Maps are hard to fold. We present a robot that folds them.',
      failure: null,
      keyFindings: [],
      links: [
        { label: 'PDF', url: 'https://arxiv.org/pdf/2606.01234' },
        { label: 'arXiv', url: 'https://arxiv.org/abs/2606.01234' },
      ],
      extra: { Comments: '8 pages, 3 figures' },
      saved: null,
    });
    expect(analysis).toMatchObject({ basis: 'abstract' });
    expect(analysis?.sections).toEqual([
      { part: 'gist', title: '一句话', markdown: '提出一种会折地图的机器人。' },
      { part: 'problem', title: '动机', markdown: '折地图很难，现有机器人做不好。' },
      { part: 'method', title: '方法', markdown: '用两只手和一个折痕模型。' },
      { part: 'results', title: '结果', markdown: '十张地图折好九张。' },
      { part: 'conclusion', title: '结论', markdown: '机器人可以折地图。' },
    ]);
    expect(splitAnalysis(analysis?.markdown ?? '')).toEqual(analysis?.sections);
  });

  test('belongs to the day that the hint says, under a name without it', () => {
    const { report } = parseDayFile(toLines(sampleRow()), { date: '2026-06-25' });
    expect(report).toMatchObject({ kind: 'report', date: '2026-06-25', summary: null, layout: null });
    expect(reportIdOf(report)).toBe('2026-06-25|daily-arXiv-ai-enhanced - 2026-06-25');
    expect(sourceName(report.title)).toBe('daily-arXiv-ai-enhanced');
  });

  test('has no day without a hint, whatever its papers say', () => {
    const { report } = parseDayFile(toLines(sampleRow({ date: '2026-06-24' })));
    expect(report).toMatchObject({ date: null, title: 'daily-arXiv-ai-enhanced' });
  });

  test('may be escaped throughout', () => {
    const escaped = JSON.stringify(sampleRow()).replace(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(parseDayFile(escaped)).toEqual(parseDayFile(toLines(sampleRow())));
  });
});

describe('fields of the analysis', () => {
  test('`task` stands for `tldr`, beside the motivation', () => {
    const { tldr: _tldr, ...ai } = sampleAi({ task: '折地图。' });
    expect(partsOf(readAi(ai))?.slice(0, 3)).toEqual([
      ['problem', '任务'],
      ['problem', '动机'],
      ['method', '方法'],
    ]);
  });

  test('`problem` stands for the motivation', () => {
    const { motivation: _motivation, ...ai } = sampleAi({ problem: '折地图很难。' });
    expect(partsOf(readAi(ai))?.[1]).toEqual(['problem', '问题']);
  });

  test.each([
    ['English', { tldr: 'A robot.', method: 'Two hands.', result: 'Nine of ten.' }, ['TL;DR', 'Method', 'Results']],
    [
      'Japanese',
      { tldr: '地図を折るロボット。', method: '両手を使う。', result: '十枚中九枚。' },
      ['一言で', '方法', '結果'],
    ],
    [
      'Korean',
      { tldr: '지도를 접는 로봇.', method: '두 손을 쓴다.', result: '열 장 중 아홉 장.' },
      ['한 줄 요약', '방법', '결과'],
    ],
    [
      'Russian',
      { tldr: 'Робот складывает карты.', method: 'Две руки.', result: 'Девять.' },
      ['TL;DR', 'Method', 'Results'],
    ],
    ['any order', { result: '九张。', method: '两只手。', tldr: '机器人。' }, ['一句话', '方法', '结果']],
    ['capitals', { TLDR: 'A robot.', Method: 'Two hands.', RESULT: 'Nine.' }, ['TL;DR', 'Method', 'Results']],
  ])('are titled in their language: %s', (_name, ai, titles) => {
    const paper = readAi(ai);
    expect(paper.analysis?.sections.map(({ part, title }) => [part, title])).toEqual([
      ['gist', titles[0]],
      ['method', titles[1]],
      ['results', titles[2]],
    ]);
  });

  test('the Chinese title and abstract have their places', () => {
    const paper = readAi(sampleAi({ title_translation: '会折\n地图的机器人', translation: '地图很难折。' }));
    expect(paper.titleChinese).toBe('会折 地图的机器人');
    expect(partsOf(paper)?.at(-1)).toEqual(['translation', '摘要翻译']);
    expect(paper.extra).not.toHaveProperty('title_translation');
  });

  test('and also where they stand beside the analysis', () => {
    const paper = readAi(sampleAi(), { title_zh: '会折地图的机器人', abstract_zh: '地图很难折。' });
    expect([paper.titleChinese, partsOf(paper)?.at(-1)?.[0]]).toEqual(['会折地图的机器人', 'translation']);
  });

  test.each([['A Robot That Folds Maps'], ['地図を折るロボット'], ['지도를 접는 로봇'], ['翻译失败']])(
    '%j is no Chinese title',
    (title) => {
      const paper = readAi(sampleAi({ title_translation: title }));
      expect([paper.titleChinese, paper.extra['title_translation']]).toEqual([null, title]);
    },
  );

  test('an English “translation” is none', () => {
    const paper = readAi(sampleAi({ translation: 'Maps are hard to fold.' }));
    expect(partsOf(paper)?.map(([part]) => part)).not.toContain('translation');
    expect(paper.extra['translation']).toBe('Maps are hard to fold.');
  });

  test('key results stand below the results, as a list', () => {
    const paper = readAi(sampleAi({ key_results: ['九张', '两分钟'] }));
    expect(paper.analysis?.sections[3]).toMatchObject({ markdown: '十张地图折好九张。\n\n- 九张\n- 两分钟' });
    const { result: _result, ...ai } = sampleAi({ key_results: ['九张'] });
    expect(readAi(ai).analysis?.sections[3]).toEqual({ part: 'results', title: '结果', markdown: '- 九张' });
  });

  test('a list of findings are the key findings, a text is a field nobody knows', () => {
    expect(readAi(sampleAi({ key_findings: ['九张', 2] })).keyFindings).toEqual(['九张', '2']);
    const paper = readAi(sampleAi({ findings: '九张' }));
    expect([paper.keyFindings, paper.extra['findings']]).toEqual([[], '九张']);
  });

  test('what nobody knows is kept, whatever its type', () => {
    const paper = readAi(
      sampleAi({
        keywords: '地图, 折叠',
        deep_read: false,
        relevance: 7.5,
        why_matters: '',
        nothing: null,
        tags: ['a', ['b'], { c: 1 }],
      }),
    );
    expect(paper.extra).toEqual({
      Comments: '8 pages, 3 figures',
      keywords: '地图, 折叠',
      deep_read: 'false',
      relevance: '7.5',
      tags: 'a\n["b"]\n{"c":1}',
    });
  });

  test('a name that the row has too is kept apart where it says something else', () => {
    const { extra } = readAi(sampleAi({ summary: '摘要。', comments: '点评。', tier: 'A', source: 'x' }), {
      tier: 'B',
      source: 'x',
    });
    expect(extra).toMatchObject({
      'AI.summary': '摘要。',
      'AI.comments': '点评。',
      'AI.tier': 'A',
      tier: 'B',
      source: 'x',
    });
    expect(extra).not.toHaveProperty('AI.source');
  });

  test('a text in a name’s place is left out, and nothing else of its row', () => {
    const paper = readAi(sampleAi({ ['结论是机器人可以折地图'.repeat(5)]: 'x' }), {
      ['y'.repeat(41)]: 'y',
      ['z'.repeat(40)]: 'z',
    });
    expect(paper.analysis?.sections).toHaveLength(5);
    expect(paper.extra).toEqual({ Comments: '8 pages, 3 figures', ['z'.repeat(40)]: 'z' });
  });

  test.each([
    ['a list', ['一', '二'], '- 一\n- 二'],
    ['text with blanks around', '  用两只手。\r\n\r\n再用尺。\n', '用两只手。\n\n再用尺。'],
  ])('%s is a section too', (_name, method, markdown) =>
    expect(readAi(sampleAi({ method })).analysis?.sections[2]?.markdown).toBe(markdown),
  );

  test.each([
    ['an object', { a: 1 }, '{"a":1}'],
    ['a number', 3, '3'],
    ['true', true, 'true'],
  ])('%s is no section, but not lost', (_name, method, text) => {
    const paper = readAi(sampleAi({ method }));
    expect(partsOf(paper)?.map(([part]) => part)).toEqual(['gist', 'problem', 'results', 'conclusion']);
    expect(paper.extra['method']).toBe(text);
  });
});

describe('an analysis that is none', () => {
  test.each([
    ['of the generator', PLACEHOLDERS, Object.values(PLACEHOLDERS).join('\n')],
    [
      'of processing',
      Object.fromEntries(Object.keys(PLACEHOLDERS).map((key) => [key, 'Processing failed'])),
      'Processing failed',
    ],
    ['of a fork', Object.fromEntries(Object.keys(PLACEHOLDERS).map((key) => [key, 'Error'])), 'Error'],
    [
      'of a kind unheard of',
      { tldr: 'Quota of model x used up', method: 'Quota of model x used up', result: 'Quota of model x used up' },
      'Quota of model x used up',
    ],
    ['blank', { tldr: '', motivation: ' ', method: null }, '解读的各项都是空白。'],
    ['a text', 'Error', 'Error'],
    [
      'politely put',
      { tldr: '抱歉，您没有提供摘要，我无法总结。', method: '未提供摘要，无法确定方法。' },
      '抱歉，您没有提供摘要，我无法总结。\n未提供摘要，无法确定方法。',
    ],
  ])('has its failure: %s', (_name, ai, failure) => {
    const paper = readAi(ai);
    expect([paper.analysis, paper.failure]).toEqual([null, failure]);
    expect(paper.extra).toEqual({ Comments: '8 pages, 3 figures' });
  });

  test('not mentioned is a finding of an abstract, and none without one', () => {
    const ai = { tldr: '未提及', method: 'Not specified', result: '无法确定' };
    expect(readAi(ai).failure).toBeNull();
    expect(readAi(ai, { summary: ' ' })).toMatchObject({ analysis: null, failure: '未提及\nNot specified\n无法确定' });
  });

  test.each([undefined, null, {}, [], false, 0, ''])('a row that was only crawled has neither: %j', (ai) => {
    expect(readAi(ai)).toMatchObject({ analysis: null, failure: null });
  });

  test('beside real fields, placeholders stand with what nobody knows', () => {
    const paper = readAi(sampleAi({ method: PLACEHOLDERS.method, result: '' }));
    expect(partsOf(paper)).toEqual([
      ['gist', '一句话'],
      ['problem', '动机'],
      ['conclusion', '结论'],
    ]);
    expect(paper).toMatchObject({ failure: null, extra: { 方法: 'Method extraction failed' } });
    expect(paper.analysis?.markdown).not.toContain('failed');
  });

  test('a real analysis that speaks of failures stays', () => {
    const ai = sampleAi({ tldr: 'Method extraction failed in 3% of all cases.', result: '合规检查失败率下降 40%。' });
    expect(readAi(ai).analysis?.sections).toHaveLength(5);
  });

  test('a text in the place of the fields is the analysis', () =>
    expect(readAi('机器人可以折地图。').analysis).toEqual({
      markdown: '机器人可以折地图。',
      basis: 'abstract',
      sections: [{ part: 'other', title: '', markdown: '机器人可以折地图。' }],
    }));
});

describe('the paper', () => {
  test.each([
    ['2606.01234v2', '2606.01234', 2],
    ['arXiv:2606.01234', '2606.01234', null],
    ['http://arxiv.org/abs/2606.01234v3', '2606.01234', 3],
    ['https://arxiv.org/pdf/2606.01234', '2606.01234', null],
    ['math.GT/0309136v1', 'math/0309136', 1],
  ])('is known by %s', (id, base, version) =>
    expect(readPaper(sampleRow({ id, abs: undefined, pdf: undefined }))).toMatchObject({
      id: base,
      version,
      links: [],
    }),
  );

  test('has links as they are written, with a version, also where they are called otherwise', () => {
    const row = sampleRow({
      abs: undefined,
      pdf: undefined,
      url: 'http://arxiv.org/abs/2606.01234v2',
      pdf_url: 'http://arxiv.org/pdf/2606.01234v2',
    });
    expect(readPaper(row)).toMatchObject({
      version: 2,
      links: [
        { label: 'PDF', url: 'http://arxiv.org/pdf/2606.01234v2' },
        { label: 'arXiv', url: 'http://arxiv.org/abs/2606.01234v2' },
      ],
    });
  });

  test('has a link to its code', () => {
    const code = { code_url: 'https://github.com/a/b', code_stars: 12, code_last_update: '2026-06-20' };
    const paper = readPaper(sampleRow(code));
    expect(paper.links[2]).toEqual({ label: 'Code', url: 'https://github.com/a/b' });
    expect(paper.extra).toMatchObject({ code_stars: '12', code_last_update: '2026-06-20' });
  });

  test.each([
    ['code_url', 'javascript:alert(1)'],
    ['code_url', 'https://user:pass@github.com/a'],
    ['code_url', 'github.com/a/b'],
    ['code_url', 'https://a.example/ <script>'],
    ['abs', 'https://evil.example/abs/2606.01234'],
    ['abs', 'https://arxiv.org/abs/2606.09999'],
    ['pdf', 'data:text/html,x'],
  ])('has no link from %s %s, which stays text', (key, text) => {
    const paper = readPaper(sampleRow({ [key]: text }));
    expect(paper.extra[key]).toBe(text);
    expect(paper.links.map(({ url }) => url)).not.toContain(text);
  });

  test.each([
    [
      ['Ann Lee', ' Bo\n Xu ', '', null],
      ['Ann Lee', 'Bo Xu'],
    ],
    ['Ann Lee, Bo Xu and Cy Oz', ['Ann Lee', 'Bo Xu', 'Cy Oz']],
    ['Ann Lee (MIT, Boston), Bo Xu', ['Ann Lee (MIT, Boston)', 'Bo Xu']],
    ['Lee, Ann and Xu, Bo', ['Lee, Ann', 'Xu, Bo']],
    ['Ann Lee; Bo Xu', ['Ann Lee', 'Bo Xu']],
    ['李安、徐博', ['李安', '徐博']],
    [[{ name: 'Ann Lee' }], ['Ann Lee']],
    [null, []],
    [7, ['7']],
  ])('has authors in any form: %j', (authors, names) =>
    expect(readPaper(sampleRow({ authors })).authors).toEqual(names),
  );

  test.each([
    [{ categories: undefined, cate: 'cs.CR' }, ['cs.CR']],
    [{ categories: ['cs.CR', 'cs.AI'], cate: 'cs.CR' }, ['cs.CR', 'cs.AI']],
    [{ categories: 'cs.CR cs.AI' }, ['cs.CR', 'cs.AI']],
    [{ categories: 'cs.CR, hep-th;math.GT' }, ['cs.CR', 'hep-th', 'math.GT']],
    [{ categories: ['Machine Learning', 'cs.LG'] }, ['Machine Learning', 'cs.LG']],
    [{ categories: 'Machine Learning, Robots' }, ['Machine Learning', 'Robots']],
    [{ categories: undefined }, []],
  ])('has categories in any form: %j', (fields, categories) =>
    expect(readPaper(sampleRow(fields)).categories).toEqual(categories),
  );

  test.each([
    [{ date: '2026-06-24' }, '2026-06-24', {}],
    [{ published: '2026-06-24T17:59:00Z' }, '2026-06-24', { published: '2026-06-24T17:59:00Z' }],
    [{ date: '2026-02-30' }, null, { date: '2026-02-30' }],
    [{ date: 'yesterday' }, null, { date: 'yesterday' }],
    [{ date: '2026-06-24', published: '2026-06-23' }, '2026-06-24', { published: '2026-06-23' }],
  ])('has its day where one is told: %j', (fields, published, extra) =>
    expect(readPaper(sampleRow(fields))).toMatchObject({ published, extra }),
  );

  test('has one line of title, and an abstract without its hard breaks', () =>
    expect(
      readPaper(sampleRow({ title: ' A\n  Robot ', summary: 'Maps are\nhard to\n fold.\n\nWe fold.' })),
    ).toMatchObject({
      title: 'A Robot',
      abstract: 'Maps are hard to fold.\n\nWe fold.',
    }));

  test('is clean text', () => {
    const paper = readAi(sampleAi({ tldr: '机\u0000器\u202E人\uD800。' }), {
      title: '<img src=x onerror=alert(1)>\u0007',
      ['tier\u202E']: 'A\u2066',
    });
    expect(paper.title).toBe('<img src=x onerror=alert(1)>');
    expect(paper.analysis?.sections[0]?.markdown).toBe('机器人\uFFFD。');
    expect(paper.extra['tier']).toBe('A');
  });

  test('has names that objects have, as plain fields', () => {
    const text = JSON.stringify(sampleRow({ constructor: 'c', toString: 't' })).replace('{', '{"__proto__": {"x": 1},');
    const [paper] = parseDayFile(text).report.papers;
    expect(paper?.extra).toMatchObject({ constructor: 'c', toString: 't', _proto_: '{"x":1}' });
    expect(Object.getPrototypeOf(paper?.extra)).toBe(Object.prototype);
    expect(paper).not.toHaveProperty('x');
  });

  test('has of a doubled key the last', () =>
    expect(parseDayFile('{"id":"2606.01234","title":"A","title":"B","summary":""}').report.papers[0]?.title).toBe('B'));
});

describe('lines that cannot be used', () => {
  test('are told, and the others go on', () => {
    const text = toLines(
      sampleRow({ id: '2606.00001' }),
      '{"id": "2606.00002", "title": "Cut',
      '[1]',
      '"text"',
      'null',
      sampleRow({ id: undefined }),
      sampleRow({ id: 's2:abcdef' }),
      sampleRow({ id: '10.1145/1234567' }),
      sampleRow({ id: '2606.00003', title: ' ' }),
      sampleRow({ id: 2606 }),
      sampleRow({ id: '2606.00004' }),
    );
    const { report, skipped } = parseDayFile(text);
    expect(report.papers.map(({ id }) => id)).toEqual(['2606.00001', '2606.00004']);
    expect(skipped).toEqual([
      { line: 2, reason: '这一行不是完整的 JSON' },
      { line: 3, reason: '这一行不是一篇论文的记录' },
      { line: 4, reason: '这一行不是一篇论文的记录' },
      { line: 5, reason: '这一行不是一篇论文的记录' },
      { line: 6, reason: '没有论文编号' },
      { line: 7, reason: '不是 arXiv 的编号：s2:abcdef' },
      { line: 8, reason: '不是 arXiv 的编号：10.1145/1234567' },
      { line: 9, reason: '没有标题：2606.00003' },
      { line: 10, reason: '不是 arXiv 的编号：2606' },
    ]);
  });

  test('count with blank lines, a byte order mark and carriage returns', () => {
    const text = `\uFEFF\n${toLines(sampleRow())}\n\n{"bad\n`.replaceAll('\n', '\r\n');
    const { report, skipped } = parseDayFile(text);
    expect([report.papers.length, skipped.map(({ line }) => line)]).toEqual([1, [5]]);
  });

  test('are also those too deep to be written again', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const bad = JSON.stringify(sampleRow({ id: '2606.00002', x: 'DEEP' })).replace('"DEEP"', deep);
    const { report, skipped } = parseDayFile(toLines(sampleRow(), bad));
    expect(report.papers).toHaveLength(1);
    expect(skipped).toEqual([{ line: 2, reason: '这一行的内容嵌套太深，读不了' }]);
  });
});

describe('a paper that comes twice', () => {
  const crawled = sampleRow({ AI: undefined });
  test.each([
    ['the first of equals', [sampleRow(), sampleRow()], [2, 1]],
    ['the one with an analysis', [crawled, sampleRow()], [1, 2]],
    ['the one with an analysis, also in front', [sampleRow(), crawled], [2, 1]],
    ['the one whose analysis is one', [sampleRow({ AI: PLACEHOLDERS }), sampleRow()], [1, 2]],
    ['the newer version', [sampleRow({ id: '2606.01234v1' }), sampleRow({ id: '2606.01234v2' })], [1, 2]],
    ['the fuller analysis', [sampleRow({ AI: { tldr: '机器人。' } }), sampleRow()], [1, 2]],
    [
      'an older version with an analysis',
      [sampleRow({ id: '2606.01234v1' }), { ...crawled, id: '2606.01234v2' }],
      [2, 1],
    ],
  ])('is one: %s', (_name, rows, [other, used]) => {
    const { report, skipped } = parseDayFile(toLines(...rows));
    expect(report.papers).toHaveLength(1);
    expect(report.papers[0]?.analysis).not.toBeNull();
    expect(skipped).toEqual([{ line: other, reason: `与第 ${used} 行是同一篇论文，用了第 ${used} 行：2606.01234` }]);
  });

  test('keeps its place among the others', () => {
    const { report } = parseDayFile(toLines(crawled, sampleRow({ id: '2606.00002' }), sampleRow()));
    expect(report.papers.map(({ id }) => id)).toEqual(['2606.01234', '2606.00002']);
  });
});

describe('other forms of the file', () => {
  const rows = [sampleRow({ id: '2606.00001' }), sampleRow({ id: '2606.00002' }), { id: 's2:x' }];
  test('may be a list, whose entries are known by their lines', () => {
    const { report, skipped } = parseDayFile(JSON.stringify(rows, null, 2));
    expect(report.papers).toEqual(parseDayFile(toLines(...rows)).report.papers);
    expect(skipped).toEqual([
      {
        line: JSON.stringify(rows, null, 2)
          .split('\n')
          .findIndex((line) => line.includes('s2:x')),
        reason: '不是 arXiv 的编号：s2:x',
      },
    ]);
    expect(parseDayFile(JSON.stringify(rows)).skipped).toMatchObject([{ line: 1 }]);
    expect(parseDayFile(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`).skipped).toMatchObject([
      { line: 4 },
    ]);
  });

  test('a broken list gives the rows that stand on lines of their own', () => {
    const lines = rows.slice(0, 2).map((row) => JSON.stringify(row));
    const { report, skipped } = parseDayFile(`[\n${lines.join(',\n')},\n{"id": "26`);
    expect(report.papers.map(({ id }) => id)).toEqual(['2606.00001', '2606.00002']);
    expect(skipped).toEqual([{ line: 4, reason: '这一行不是完整的 JSON' }]);
  });

  test('may be one row over many lines', () =>
    expect(parseDayFile(`\n${JSON.stringify(sampleRow(), null, 2)}`)).toEqual(parseDayFile(toLines(sampleRow()))));

  test.each([
    ['nothing', '', ['no-report', 1]],
    ['blanks', '\uFEFF \r\n\n', ['no-report', 1]],
    ['bad lines only', '{"a":1}\n{"b"\n\n', ['no-paper', 2]],
    ['other sources’ papers only', toLines({ id: 's2:x', title: 'T' }), ['no-paper', 1]],
    ['a list that ends early', '[\n  {\n    "id": "2606.00001"\n  },\n', ['bad-json', 4]],
  ])('are refused: %s', (_name, text, error) => expect(refusal(() => parseDayFile(text))).toEqual(error));

  test.each(['', ' \n\n'])('of a day that is known, %j is a day without papers', (text) =>
    expect(parseDayFile(text, { date: '2026-06-25' })).toMatchObject({
      report: { date: '2026-06-25', papers: [] },
      skipped: [],
    }),
  );
  test('of a day that is known, bad lines are still none', () =>
    expect(refusal(() => parseDayFile('{"id"\n', { date: '2026-06-25' }))).toEqual(['no-paper', 1]));
});

describe('what is too long', () => {
  test('is shown in part and kept whole', () => {
    const long = `${'长'.repeat(99_999)}𝒳${'长'.repeat(5_000)}`;
    const { analysis, extra } = readAi(sampleAi({ method: long }));
    const method = analysis?.sections[2]?.markdown ?? '';
    expect(method).toBe(`${'长'.repeat(99_999)}\n\n（这一项太长，略去了后面的 5002 个字符。）`);
    expect(analysis?.markdown).toContain(method);
    expect(extra['方法（全文）']).toBe(long);
  });

  test('is whole up to a hundred thousand characters', () => {
    const { analysis, extra } = readAi(sampleAi({ method: '长'.repeat(100_000) }));
    expect(analysis?.sections[2]?.markdown).toHaveLength(100_000);
    expect(Object.keys(extra)).toEqual(['Comments']);
  });

  test.each(['title', 'summary', 'authors', 'categories', 'comment', 'id', 'abs', 'code_url', 'date', 'tier'])(
    'may be 5 MB of %s',
    (key) => {
      const text = toLines(
        sampleRow({ id: '2606.00001' }),
        sampleRow({ [key]: 'a, \n('.repeat(20_000) + 'a'.repeat(4_900_000) }),
      );
      expect(parseDayFile(text).report.papers.length).toBe(key === 'id' ? 1 : 2);
    },
  );
});
