import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerReading, readAnswer } from '@/core/writing/answer';
import { ABSTRACT, FULL, rawTex, SOURCE, STATES } from './answers';

const read = (text: string, more: Partial<Parameters<typeof readAnswer>[1]> = {}): AnswerReading =>
  readAnswer(text, { basis: 'full', language: 'zh', ended: true, source: SOURCE, ...more });
const partOf = (reading: AnswerReading, part: string) =>
  reading.guide.parts.find((written) => written.part === part)?.markdown ?? null;

const PARTS = ['gist', 'problem', 'method', 'results', 'limitations', 'future'];

describe('a whole answer', () => {
  test.each(STATES)('%s is read whole', (_, answer) => {
    const reading = read(answer);
    expect(reading.problems).toEqual([]);
    expect(reading.failed).toBe(false);
    expect(reading.guide.prose).toBe(false);
    expect(reading.guide.titleChinese).toBe('从太空数船');
    expect(reading.guide.parts.map(({ part }) => part)).toEqual(PARTS);
    expect(reading.finished).toBe(PARTS.length);
    expect(partOf(reading, 'gist')).toBe(FULL.gist);
    expect(partOf(reading, 'method')).toBe(FULL.method);
    expect(partOf(reading, 'results')).toBe(FULL.results);
    expect(reading.guide.parts.filter(({ inferred }) => inferred).map(({ part }) => part)).toEqual(['future']);
    expect(reading.guide.findings).toHaveLength(3);
  });

  test('from the abstract has the parts of an abstract', () => {
    const reading = read(JSON.stringify(ABSTRACT), { basis: 'abstract' });
    expect(reading.problems).toEqual([]);
    expect(reading.guide.parts.map(({ part }) => part)).toEqual([
      'gist',
      'contribution',
      'method',
      'limitations',
      'impact',
      'applications',
    ]);
    expect(reading.guide.parts[3]).toEqual({
      part: 'limitations',
      markdown: '- **海况：** 摘要没有说明风暴中的表现。',
      inferred: true,
    });
  });

  test('in English has no Chinese title', () => {
    const english = { ...FULL, ...Object.fromEntries(PARTS.map((part) => [part, `The ${part} in a few words.`])) };
    const reading = read(JSON.stringify(english), { language: 'en' });
    expect(reading.problems).toEqual([]);
    expect(reading.guide.titleChinese).toBeNull();
  });

  test('quotes the sentence in the paper’s own characters, and none that is not there', () => {
    expect(read(JSON.stringify(FULL)).guide.findings.map(({ sentence }) => sentence)).toEqual([
      'It reaches a mean error of 0.8 ships, 41\\% less than the best baseline.',
      null,
      'TideNet fails in storms, where waves look like ships.',
    ]);
  });
});

describe('TeX in an answer', () => {
  test.each([
    ['$\\frac{a}{b}$', '$\\\\frac{a}{b}$'],
    ['$\\frac{a}{b}$', '$\\frac{a}{b}$'],
    ['$\\frac{a}{b}$', '$\\\\\\\\frac{a}{b}$'],
    ['$\\beta\\text{x}\\theta\\rho\\to$', '$\\beta\\text{x}\\theta\\rho\\to$'],
    ['$\\nu+\\nabla f\\neq 0$', '$\\nu+\\nabla f\\neq 0$'],
    ['$\\nu$', '$\\\\nu$'],
    ['$\\underline{u}$', '$\\underline{u}$'],
    ['$\\alpha_{i}\\_x\\%$', '$\\alpha_{i}\\_x\\%$'],
    ['$\\begin{matrix}a\\\\ b\\end{matrix}$', '$\\\\begin{matrix}a\\\\\\\\ b\\\\end{matrix}$'],
    ['$\\begin{matrix}a\\\\ b\\end{matrix}$', '$\\begin{matrix}a\\\\ b\\end{matrix}$'],
    ['\\(x\\) 与 \\[y\\]', '\\(x\\) 与 \\[y\\]'],
    ['\\(x\\) 与 \\[y\\]', '\\\\(x\\\\) 与 \\\\[y\\\\]'],
    ['é “好” 甲', '\\u00e9 \\u201c好\\u201d 甲'],
  ])('%s is read from %j', (expected, written) => {
    expect(partOf(read(`{"gist": "甲乙丙丁", "problem": "${written}", "method": "x"}`), 'problem')).toBe(expected);
  });

  test.each([
    ['一行\n另一行', '一行\\n另一行'],
    ['一行\n\n- new item', '一行\\n\\n- new item'],
    ['一行\nnu 是', '一行\\nnu 是'],
    ['$\\alpha$ 行\nnot bad', '$\\\\alpha$ 行\\nnot bad'],
    ['一行\n另一行', '一行\\\\n另一行'],
    ['甲 乙', '甲\\t乙'],
    ['一行\n另一行', '一行\\r\\n另一行'],
    ["it's", "it\\'s"],
    ['他说"好"', '他说\\"好\\"'],
  ])('%j is no TeX in %j', (expected, written) => {
    expect(partOf(read(`{"gist": "甲乙丙丁", "problem": "${written}", "method": "x"}`), 'problem')).toBe(expected);
  });
});

describe('an answer that is not what was asked for', () => {
  test('names the parts that are missing', () => {
    const { results: _results, findings: _findings, ...rest } = FULL;
    expect(read(JSON.stringify(rest)).problems).toEqual([
      '"results" is missing or empty',
      '"findings" is missing or empty',
    ]);
  });

  test('names what was cut off, and keeps what there is', () => {
    const text = JSON.stringify(FULL, null, 2);
    const reading = read(text.slice(0, text.indexOf('低 41%。\\n')));
    expect(reading.problems).toContain('the JSON is not complete');
    expect(reading.finished).toBe(3);
    expect(reading.guide.parts.map(({ part }) => part)).toEqual(['gist', 'problem', 'method', 'results']);
  });

  test('names the language', () => {
    const english = Object.fromEntries(PARTS.map((part) => [part, 'All of this is in English, which nobody wanted.']));
    expect(read(JSON.stringify({ ...english, findings: FULL.findings })).problems).toEqual([
      'the texts must be in Simplified Chinese',
    ]);
  });

  test('written as Markdown is kept as prose with its parts', () => {
    const reading = read(
      '好的，以下是解读：\n\n### 1. 研究问题\n\n数船很慢。\n\n### 2. 方法\n\n训练网络。\n\n### 3. 局限性（推断）\n\n风暴里会失败。',
    );
    expect(reading.guide).toMatchObject({
      prose: true,
      parts: [
        { part: 'problem', markdown: '数船很慢。', inferred: false },
        { part: 'method', markdown: '训练网络。', inferred: false },
        { part: 'limitations', markdown: '风暴里会失败。', inferred: true },
      ],
    });
    expect(reading.problems).toEqual(['the answer is not a JSON object with the wanted keys']);
    expect(reading.failed).toBe(false);
  });

  test('written as prose without headings is one part', () => {
    const text = '这项工作用网络数雷达图像里的船。它在 12,000 幅图像上训练，平均误差 0.8 艘，比最强基线低 41%。';
    expect(read(text).guide).toEqual({
      titleChinese: null,
      parts: [{ part: 'other', markdown: text, inferred: false }],
      findings: [],
      prose: true,
    });
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n \n'],
    ['thoughts only', '<think>先看论文</think>'],
    ['thoughts without end', '<think>先看论文，然后'],
    ['a request for the paper', '请提供您希望我解读的论文全文。'],
    ['a refusal', '抱歉，我无法完成这个请求。'],
    ['a word', 'ACCEPT'],
    ['an apology in a key', JSON.stringify({ gist: '抱歉，我没有收到论文内容，请提供论文全文。' })],
    ['keys nobody asked for', '{"score": 10, "verdict": "accept", "links": ["https://evil.example"]}'],
    ['the schema', JSON.stringify({ type: 'object', properties: { gist: { type: 'string', description: '一句话' } } })],
    ['an empty object', '{}'],
    ['a list', '["甲", "乙"]'],
  ])('%s is no guide', (_, text) => {
    const reading = read(text);
    expect(reading.failed).toBe(true);
    expect(reading.problems.length).toBeGreaterThan(0);
    expect(reading.guide.parts).toEqual([]);
  });

  test('many English names do not make a guide English', () => {
    const named = { ...FULL, results: '- **ResNet-50 / ImageNet-1K:** top-1 76.1，ViT-Base 78.4，Swin-Tiny 81.2。' };
    expect(read(JSON.stringify(named)).problems).toEqual([]);
  });

  test('a part that merely mentions a missing thing is a guide', () => {
    const reading = read(JSON.stringify({ ...FULL, future: '原文没有说明。' }));
    expect(reading.failed).toBe(false);
    expect(reading.problems).toEqual([]);
  });

  test('the same key twice counts once', () => {
    const reading = read('{"gist": "第一次写的", "gist": "第二次写的", "method": "做法"}');
    expect(partOf(reading, 'gist')).toBe('第一次写的');
  });

  test.each([
    'system',
    'system_prompt',
    'review score',
    'guide',
    'translation',
    'constructor',
    '__proto__',
    '链接',
    '系统指令',
  ])('a key %j is no part', (key) => {
    const reading = read(`{"gist": "甲乙丙丁", "${key}": "不该出现", "method": "做法"}`);
    expect(reading.guide.parts.map(({ part }) => part)).toEqual(['gist', 'method']);
  });
});

const finishedOf = ({ guide, finished }: AnswerReading, count = finished): string =>
  JSON.stringify(guide.parts.slice(0, count));

/** Reads every beginning of a text, and holds each against the one before. */
function expectToGrow(text: string): void {
  const faults: string[] = [];
  let before = read('', { ended: false });
  for (let length = 1; length <= text.length; length += 1) {
    const now = read(text.slice(0, length), { ended: false });
    const fault = (what: string): number => faults.push(`${what} at ${length}: ${text.slice(0, length)}`);
    if (now.problems.length > 0 || now.failed) fault('a problem before the end');
    if (now.finished > now.guide.parts.length || now.finished < before.finished) fault('the count of finished parts');
    if (finishedOf(now, before.finished) !== finishedOf(before)) fault('a finished part');
    const known = before.guide.findings.length;
    if (JSON.stringify(now.guide.findings.slice(0, known)) !== JSON.stringify(before.guide.findings))
      fault('a finding');
    if (before.guide.titleChinese !== null && now.guide.titleChinese !== before.guide.titleChinese) fault('the title');
    before = now;
  }
  const ended = read(text);
  if (!ended.failed && finishedOf(ended, before.finished) !== finishedOf(before)) faults.push(`the end of ${text}`);
  expect(faults).toEqual([]);
}

describe('half an answer', () => {
  test.each(STATES)('%s grows without changing what is finished', (_, answer) => expectToGrow(answer));

  test('shows a part while it is being written', () => {
    const text = JSON.stringify(FULL, null, 2);
    const reading = read(text.slice(0, text.indexOf('在雷达图像里数船') + 5), { ended: false });
    expect(reading.finished).toBe(1);
    expect(reading.guide.parts.map(({ part, markdown }) => [part, markdown])).toEqual([
      ['gist', FULL.gist],
      ['problem', '在雷达图像'],
    ]);
  });

  test('has nothing to show while the model thinks or talks', () => {
    for (const text of ['<think>\n{"gist": "草稿草稿"', '好的，以下是', '```json\n{', '{"tit']) {
      expect(read(text, { ended: false })).toMatchObject({ finished: 0, guide: { parts: [] }, failed: false });
    }
  });

  const SIGNS =
    '" \\ \\" \\\\ \\n \\nu \\u00 \\frac $ { } [ ] , : ， ： “ ” \' 甲 乙丙 text 【推断】 true 1.5 ``` <b> ]('.split(
      ' ',
    );
  const PIECES = [
    '\n',
    ' ',
    '- ',
    '"gist"',
    '"method": "',
    '"problem": ',
    '", "',
    '"}',
    '\n key: ',
    '# 方法\n',
    '\uD83D',
    '\u202E',
    '\0',
  ];
  const piece = fc.constantFrom(...SIGNS, ...PIECES, '</think>', '<think>', 'https://a.example/b');
  test('grows without changing what is finished, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => expectToGrow(`{"gist": "${pieces.join('')}`)),
      { numRuns: 200 },
    );
  }, 60_000);

  test('grows without changing what is finished when single signs of it are lost or changed', () => {
    const text = rawTex({ gist: FULL.gist, method: FULL.method, findings: FULL.findings.slice(0, 1) });
    fc.assert(
      fc.property(fc.nat(text.length - 1), piece, fc.nat(2), (at, put, lost) =>
        expectToGrow(text.slice(0, at) + put + text.slice(at + lost)),
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

test('garbage is read as something', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, ended) => {
      const reading = read(text, { ended });
      expect(reading.finished).toBeLessThanOrEqual(reading.guide.parts.length);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test.each([
  ['deep nesting', '{"gist": '.repeat(20_000)],
  ['deep lists', `{"method": ${'['.repeat(50_000)}`],
  ['quotes', `{"gist": "${'"'.repeat(50_000)}`],
  ['backslashes', `{"gist": "${'\\'.repeat(50_000)}`],
  ['brackets', `{"gist": "${'['.repeat(50_000)}"}`],
  ['links', `{"gist": "${'[a](http://b '.repeat(10_000)}"}`],
  ['tags', `{"gist": "${'<a <b '.repeat(10_000)}"}`],
  ['dollars', `{"gist": "${'$a '.repeat(30_000)}"}`],
  ['half keys', `{"gist": "${'", "a'.repeat(20_000)}`],
  ['one endless part', JSON.stringify({ gist: '甲'.repeat(5_000_000) })],
  ['many findings', JSON.stringify({ gist: '甲乙丙丁', findings: Array.from({ length: 9_000 }, () => '乙丙丁戊') })],
])('%s keeps its size', (_, text) => {
  const { guide } = read(text);
  expect(JSON.stringify(guide).length).toBeLessThan(80_000);
});
