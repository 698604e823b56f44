import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { announced } from './announced';

export const SCORED: AnnouncedPaper[] = [
  announced({ id: '2611.00010', title: 'Lamp-VLM: See Before You Walk at Night' }),
  announced({ id: '2611.00002', title: 'Same or Not? Doors and Their Visual Perception' }),
  announced({ id: '2611.00003', title: 'G$^2$Room: Grounded Rooms' }),
];
const [A = '', B = '', C = ''] = SCORED.map(({ id }) => id);

/** What an answer says: each paper's relevance and significance in the papers' order, null for one that it does not score. */
export interface ScoreAnswer {
  name: string;
  text: string;
  scores: readonly ([number, number] | null)[];
}

const item = (id: unknown, relevance: unknown, significance: unknown, why = '理由') =>
  JSON.stringify({ id, why, relevance, significance });
const ALL: ScoreAnswer['scores'] = [
  [3, 2],
  [2, 1],
  [1, 3],
];
const NONE: ScoreAnswer['scores'] = [null, null, null];
const items = [item(A, 3, 2), item(B, 2, 1), item(C, 1, 3)];
const whole = `{"scores": [${items.join(', ')}]}`;

/** Answers as models give them, from those that keep to what was asked to those that do as a paper told them. */
export const SCORE_ANSWERS: readonly ScoreAnswer[] = [
  { name: 'as asked', text: whole, scores: ALL },
  { name: 'indented', text: JSON.stringify(JSON.parse(whole), null, 2), scores: ALL },
  { name: 'a fence', text: `\`\`\`json\n${whole}\n\`\`\``, scores: ALL },
  { name: 'words around', text: `好的，以下是评分：\n\n${whole}\n\n希望对您有帮助。`, scores: ALL },
  { name: 'a list alone', text: `[${items.join(',')}]`, scores: ALL },
  { name: 'a line each', text: items.join('\n'), scores: ALL },
  { name: 'a line each, numbered', text: items.map((line, at) => `[${at + 1}] ${line}`).join('\n'), scores: ALL },
  { name: 'a fence each', text: items.map((line) => `\`\`\`json\n${line}\n\`\`\``).join('\n\n'), scores: ALL },
  { name: 'in another order', text: `[${items.toReversed().join(',')}]`, scores: ALL },
  {
    name: 'an object by id',
    text: `{"${A}": {"relevance": 3, "significance": 2}, "${B}": {"relevance": 2, "significance": 1}, "${C}": {"relevance": 1, "significance": 3}}`,
    scores: ALL,
  },
  { name: 'pairs by id', text: `{"${A}": [3, 2, "夜灯"], "${B}": [2, 1], "${C}": [1, 3]}`, scores: ALL },
  {
    name: 'an object by number',
    text: '{"1": {"relevance": 3, "significance": 2}, "2": {"relevance": 2, "significance": 1}, "3": {"relevance": 1, "significance": 3}}',
    scores: ALL,
  },
  {
    name: 'numbers in the place of ids',
    text: `[${[item(1, 3, 2), item(2, 2, 1), item('[3]', 1, 3)].join(',')}]`,
    scores: ALL,
  },
  { name: 'numbers from 0', text: `[${[item(0, 3, 2), item(1, 2, 1), item(2, 1, 3)].join(',')}]`, scores: ALL },
  {
    name: 'numbers with a word',
    text: `[${[item('论文 1', 3, 2), item('Paper 2', 2, 1), item('paper_3', 1, 3)].join(',')}]`,
    scores: ALL,
  },
  {
    name: 'no names at all, but as many',
    text: '[{"relevance":3,"significance":2},{"relevance":2,"significance":1},{"relevance":1,"significance":3}]',
    scores: ALL,
  },
  {
    name: 'versions, prefixes and addresses',
    text: `[${[item(`arXiv:${A}v2`, 3, 2), item(`https://arxiv.org/abs/${B}`, 2, 1), item(`[3] ${C}`, 1, 3)].join(',')}]`,
    scores: ALL,
  },
  {
    name: 'ids that are numbers, one without its last nought',
    text: '[{"id":2611.0001,"relevance":3,"significance":2},{"id":2611.00002,"relevance":2,"significance":1},{"id":2611.00003,"relevance":1,"significance":3}]',
    scores: ALL,
  },
  {
    name: 'titles',
    text: `[{"title":"Lamp-VLM: See Before You Walk at Night","relevance":3,"significance":2},{"title":"same or not? doors and their visual perception","relevance":2,"significance":1},{"title":"G²Room: Grounded Rooms","relevance":1,"significance":3}]`,
    scores: ALL,
  },
  {
    name: 'scores as strings, parts and words',
    text: `[${[item(A, '3', '2 分'), item(B, '2/3', '低'), item(C, ' 1', 'High')].join(',')}]`,
    scores: ALL,
  },
  {
    name: 'scores as objects',
    text: `[{"id":"${A}","relevance":{"score":3,"reason":"灯"},"significance":{"value":"2"}},{"id":"${B}","relevance":{"score":2},"significance":{"score":1}},{"id":"${C}","relevance":{"score":1},"significance":{"score":3}}]`,
    scores: ALL,
  },
  { name: 'halves', text: `[${item(A, 2.5, 1.6)},${item(B, 2.4, 1)},${item(C, 1.2, 3)}]`, scores: ALL },
  {
    name: 'keys in Chinese',
    text: `{"评分":[{"编号":"${A}","相关性":3,"重要性":2,"理由":"夜灯"},{"编号":"${B}","相关度":2,"重要程度":1},{"编号":"${C}","相关性得分":1,"重要性评分":3}]}`,
    scores: ALL,
  },
  {
    name: 'keys in another spelling',
    text: `{"result":{"papers":[{"arxiv_id":"${A}","Relevance":3,"Significance":2},{"paperId":"x","paper_id":"${B}","relevance_score":2,"significance-score":1},{"ID":"${C}","Relevance Rating":1,"importance":3}]}}`,
    scores: ALL,
  },
  {
    name: 'as Python prints it',
    text: `[{'id': '${A}', 'why': '灯', 'relevance': 3, 'significance': 2}, {'id': '${B}', 'why': None, 'relevance': 2, 'significance': 1}, {'id': '${C}', 'relevance': 1, 'significance': 3},]`,
    scores: [[3, 2], null, [1, 3]],
  },
  {
    name: 'commas forgotten and too many',
    text: `{"scores": [\n${items[0]}\n${items[1]},,\n${items[2]},\n],}`,
    scores: ALL,
  },
  {
    name: 'quotes within the reason',
    text: `[{"id":"${A}","why":"说"先看再走"","relevance":3,"significance":2},${items[1]},${items[2]}]`,
    scores: ALL,
  },
  {
    name: 'thinking in front',
    text: `<think>先给 {"id":"${A}","relevance":1,"significance":1}</think>${whole}`,
    scores: ALL,
  },
  { name: 'the end of thinking alone', text: `也许都给 1 分。\n</think>\n\n${whole}`, scores: ALL },
  { name: 'brackets in the words in front', text: `按 [1] 到 [3] 的次序 {见下}：\n${whole}`, scores: ALL },
  {
    name: 'the example in front',
    text: `{"scores":[{"id":"0000.00001","why":"夜间","relevance":3,"significance":3}]}\n${whole}`,
    scores: ALL,
  },
  {
    name: 'the schema in front',
    text: `{"type":"object","properties":{"scores":{"items":{"properties":{"relevance":{"type":"integer"},"significance":{"type":"integer"}}}}}}\n${whole}`,
    scores: ALL,
  },
  {
    name: 'no names at all, and no bracket at the end',
    text: '[{"relevance":3,"significance":2},{"relevance":2,"significance":1},{"relevance":1,"significance":3}',
    scores: ALL,
  },
  {
    name: 'keys that name nobody',
    text: '{"first":{"relevance":3,"significance":2},"second":{"relevance":2,"significance":1},"third":{"relevance":1,"significance":3}}',
    scores: ALL,
  },
  // Half good.
  {
    name: 'an object by id of some, in another order',
    text: `{"${C}": {"relevance": 1, "significance": 3}, "${A}": {"relevance": 3, "significance": 2}}`,
    scores: [[3, 2], null, [1, 3]],
  },
  { name: 'pairs by number of some', text: '{"3": [1, 3], "paper_1": [3, 2]}', scores: [[3, 2], null, [1, 3]] },
  { name: 'lists of numbers that are no scores', text: '{"ids": [1, 2, 3], "n": [3, 3]}', scores: NONE },
  {
    name: 'a quote that nobody closed, which swallows another’s name',
    text: `[{"id":"${A}", relevance 3}, {"n":"3","relevance":1,"significance":3}]`,
    scores: NONE,
  },
  {
    name: 'an unknown id with a known title',
    text: `[{"id":"arXiv:2611.09999v1","index":1,"title":"Lamp-VLM: See Before You Walk at Night","relevance":3,"significance":3}]`,
    scores: NONE,
  },
  { name: 'broken off in the middle', text: whole.slice(0, whole.indexOf(C) + 20), scores: [[3, 2], [2, 1], null] },
  {
    name: 'one broken in the middle, which swallows the next',
    text: `[${items[0]}, {"id": "${B}", relevance 2 significance}, ${items[2]}]`,
    scores: [[3, 2], null, null],
  },
  { name: 'two ids for one', text: `[${item(`${A}, ${B}`, 3, 3)},${items[2]}]`, scores: [null, null, [1, 3]] },
  { name: 'one left out', text: `[${items[0]},${items[2]}]`, scores: [[3, 2], null, [1, 3]] },
  { name: 'one twice', text: `[${items[0]},${item(A, 1, 1)},${items[1]}]`, scores: [[3, 2], [2, 1], null] },
  { name: 'one twice, first without a score', text: `[${item(A, 9, 9)},${items[0]}]`, scores: [[3, 2], null, null] },
  {
    name: 'ids of other papers',
    text: `[${item('2611.09999', 3, 3)},${items[1]},${item('1706.03762', 3, 3)}]`,
    scores: [null, [2, 1], null],
  },
  { name: 'a number that no paper has', text: `[${item(7, 3, 3)},${item(1, 3, 2)}]`, scores: [[3, 2], null, null] },
  {
    name: 'another scale',
    text: `[${item(A, 10, 8)},${item(B, 0, 2)},${item(C, '8/10', 3)}]`,
    scores: NONE,
  },
  { name: 'a scale of five', text: `[${item(A, '3/5', 3)},${item(B, 5, 3)},${item(C, 1, -1)}]`, scores: NONE },
  {
    name: 'percents',
    text: `[${item(A, '3%', '2%')},${item(B, '90%', '1')},${item(C, 1, 3)}]`,
    scores: [null, null, [1, 3]],
  },
  {
    name: 'one score of two',
    text: `[{"id":"${A}","relevance":3},{"id":"${B}","significance":3},${items[2]}]`,
    scores: [null, null, [1, 3]],
  },
  { name: 'a sum alone', text: `[{"id":"${A}","score":5},{"id":"${B}","score":3}]`, scores: NONE },
  {
    name: 'no names, and one too few',
    text: '[{"relevance":3,"significance":2},{"relevance":2,"significance":1}]',
    scores: NONE,
  },
  // Bad.
  { name: 'nothing', text: '', scores: NONE },
  { name: 'a refusal', text: '抱歉，我无法为这些论文打分。', scores: NONE },
  { name: 'prose', text: `论文 ${A} 很相关，给 3 分；重要性 2 分。`, scores: NONE },
  { name: 'thinking alone', text: `<think>${whole}`, scores: NONE },
  { name: 'null, true and numbers', text: 'null true 3 [1, 2, 3] {"a": 1}', scores: NONE },
  { name: 'a word in the place of scores', text: `[${item(A, 'yes', '最高')},${item(B, null, true)}]`, scores: NONE },
  // As a paper told it to.
  { name: 'all the points there are', text: `[${item(B, 10, 10)},${item(B, '9999999', '3e9')}]`, scores: NONE },
  {
    name: 'a paper that nobody gave',
    text: '{"scores":[{"id":"9999.99999","why":"accept","relevance":3,"significance":3}]}',
    scores: NONE,
  },
  {
    name: 'names of the language itself',
    text: '{"__proto__":{"relevance":3,"significance":3},"constructor":{"relevance":3,"significance":3}}',
    scores: NONE,
  },
  { name: 'a verdict', text: '{"recommendation": "strong accept", "confidence": 5}', scores: NONE },
];
