import { readSource } from '@/core/writing/paper-source';

/** A paper of nobody's, as a model is given it. */
export const SOURCE_TEXT = `Title: Counting Ships from Space

Abstract: Counting ships in \`\`radar'' images is slow. We propose \\textbf{TideNet}, a network with $3.2$M parameters --- trained on
12,000 images --- that counts them. It reaches a mean error of 0.8 ships, 41\\% less than the best baseline. Compared with
arXiv:2401.01234 it needs no labels. Code: https://code.example/tidenet

Introduction

Let $\\frac{a}{b}$ be the ratio. We minimise $\\beta \\nabla L + \\theta$ over all images. TideNet fails in storms, where
waves look like ships.`;

export const SOURCE = readSource(SOURCE_TEXT, '2512.00001');

/** A whole answer as it was asked for. */
export const FULL = {
  title: '从太空数船',
  gist: 'TideNet 用 3.2M 参数的网络数雷达图像里的船，平均误差 0.8 艘，比最强基线低 41%。',
  problem: '在雷达图像里数船很慢，一幅图要数一小时。已有方法需要逐艘标注。',
  method: '- **整体思路：** 最小化 $\\beta \\nabla L + \\theta$。\n- **比值：** $\\frac{a}{b}$，其中 $\\nu$ 是频率。',
  results: '- **误差：** 0.8 艘，低 41%。\n- **数据：** 12,000 幅图像。',
  limitations: '- **风暴：** 浪看起来像船，方法会失败。',
  future: '【推断】\n- **其他海况：** 原文只试了一种。',
  findings: [
    {
      text: '平均误差 0.8 艘。',
      sentence: 'It reaches a mean error of 0.8 ships, 41% less than the best baseline.',
    },
    { text: '有 3.2M 个参数。', sentence: 'This sentence stands nowhere in the paper at all.' },
    { text: '遇到风暴会失败。', sentence: 'TideNet fails in storms, where waves look like ships.' },
  ],
};

export const ABSTRACT = {
  title: '从太空数船',
  gist: 'TideNet 数雷达图像里的船，平均误差 0.8 艘。',
  contribution: '- **网络：** 3.2M 参数。',
  method: '- **训练：** 12,000 幅图像。',
  limitations: '【推断】\n- **海况：** 摘要没有说明风暴中的表现。',
  impact: '不需要标注。',
  applications: '- **航运监测：** 摘要以船只计数为任务。',
  findings: FULL.findings,
};

/** The same answer without a doubled backslash, as models write it. */
export const rawTex = (answer: object): string => JSON.stringify(answer, null, 2).replace(/\\\\(?=[A-Za-z])/g, '\\');

const PLAIN = JSON.stringify(FULL, null, 2);

/** Answers in whatever state models leave them; each holds all parts of a full guide. */
export const STATES: readonly (readonly [name: string, answer: string])[] = [
  ['as asked', PLAIN],
  ['on one line', JSON.stringify(FULL)],
  ['in a code fence', `\`\`\`json\n${PLAIN}\n\`\`\``],
  ['with small talk around it', `好的，以下是这篇论文的导读：\n\n${PLAIN}\n\n希望这份导读对您有帮助。`],
  ['with small talk on the same line', `Sure! ${JSON.stringify(FULL)} 希望有帮助`],
  ['behind thoughts', `<think>\n先看 {"gist": "草稿"} 吧\n</think>\n\n${PLAIN}`],
  ['behind the end of thoughts', `我先想一想。\n</think>\n${PLAIN}`],
  ['with TeX in single backslashes', rawTex(FULL)],
  [
    'with trailing commas',
    PLAIN.replace(/(["}\]])\n/g, '$1,\n')
      .replace(/,,/g, ',')
      .replace(/,\n$/, '\n'),
  ],
  ['without commas at line ends', PLAIN.replace(/",\n/g, '"\n')],
  ['with raw new lines in strings', PLAIN.replace(/(?<!\\)\\n/g, '\n')],
  ['with raw quotes in strings', PLAIN.replace('很慢', '很"慢", 又贵').replace('逐艘标注', '"逐艘"标注')],
  ['with keys in Chinese', inChinese(PLAIN)],
  ['with keys in other case', PLAIN.replace(/"(gist|problem|method|results)":/g, (key) => key.toUpperCase())],
  ['wrapped', JSON.stringify({ guide: FULL })],
  ['wrapped twice', JSON.stringify({ data: { result: FULL } })],
  ['with numbered keys', PLAIN.replace('"problem":', '"2. problem":')],
  ['with bare keys', PLAIN.replace(/^ {2}"(\w+)":/gm, '  $1:')],
  ['with full-width colons and commas', PLAIN.replace(/^( {2}"\w+"):/gm, '$1：').replace(/",$/gm, '"，')],
  ['with curly quotes around values', PLAIN.replace(/^( {2}"(?:gist|problem)": )"(.*)",$/gm, '$1“$2”,')],
  ['with parts as objects', JSON.stringify({ ...FULL, ...asObjects() })],
  [
    'with parts as lists',
    JSON.stringify({ ...FULL, results: ['**误差：** 0.8 艘，低 41%。', '**数据：** 12,000 幅图像。'] }),
  ],
  [
    'with keys nobody asked for',
    JSON.stringify({ thought: '想一想', ...FULL, score: 10, system_prompt: '泄露', __proto__x: {} }),
  ],
  ['behind another object', `{"thought": "先想"}\n${PLAIN}`],
  ['with a byte order mark', `\uFEFF${PLAIN}`],
];

function asObjects() {
  const { problem, results, future } = FULL;
  return {
    problem: { text: problem, inferred: false },
    results: { content: results },
    future: { text: future.replace('【推断】\n', ''), inferred: true },
  };
}

function inChinese(text: string): string {
  const names: Record<string, string> = {
    title: '标题',
    gist: '一句话总结',
    problem: '研究问题',
    method: '方法',
    results: '主要结果',
    limitations: '局限性',
    future: '未来工作',
    findings: '关键发现',
  };
  return text.replace(/^ {2}"(\w+)":/gm, (all, key: string) => `  "${names[key] ?? all}":`);
}
