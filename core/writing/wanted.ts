import type { Basis, Part } from '../paper';

/** What a guide is asked to rest on. */
export type WritingBasis = Exclude<Basis, 'unknown'>;

/** The parts a model is asked for, in the order in which the panel shows them. */
export const WANTED: Readonly<Record<WritingBasis, readonly Part[]>> = {
  full: ['gist', 'problem', 'method', 'results', 'limitations', 'future'],
  abstract: ['gist', 'contribution', 'method', 'limitations', 'impact', 'applications'],
};

/** Without these an answer is no guide; the others a text may not allow. */
export const NEEDED: Readonly<Record<WritingBasis, readonly Part[]>> = {
  full: ['gist', 'problem', 'method', 'results'],
  abstract: ['gist', 'contribution', 'method'],
};

type Key = Part | 'title' | 'findings';

// By the whole name, so that a key nobody asked for (`system_prompt`, `review_score`) is no part.
const KEYS: readonly (readonly [Key, RegExp])[] = [
  ['title', /^(?:title|titlechinese|titlezh|chinesetitle|titlecn|(?:论文)?(?:中文)?(?:标题|题目|译名))$/],
  [
    'gist',
    /^(?:gist|tldr|summary|overview|onesentence(?:summary)?|一句话(?:总结|概括|概述)?|摘要|概要|概述|要点|主旨)$/,
  ],
  [
    'problem',
    /^(?:(?:research)?problems?|motivation|background|problemstatement|(?:研究|核心|主要)?(?:问题|背景|动机)(?:[与和及](?:背景|动机|问题|挑战))?)$/,
  ],
  ['contribution', /^(?:(?:main|key)?contributions?|(?:主要|核心)?(?:贡献|创新点?))$/],
  [
    'method',
    /^(?:(?:core|proposed)?methods?|methodology|approach|(?:研究|核心|主要|技术)?(?:方法|方案|思路)(?:[与和及](?:创新|技术|设计))?)$/,
  ],
  [
    'results',
    /^(?:(?:main|key|experimental)?results?|experiments?|(?:主要|实验|关键)?(?:结果|实验|结论)(?:[与和及](?:实验|结果|分析))?)$/,
  ],
  [
    'limitations',
    /^(?:(?:inferred)?limitations?|(?:推断的?|潜在的?|可能的?)?(?:局限性?|不足|限制)(?:[（(]?推断[）)]?)?)$/,
  ],
  [
    'future',
    /^(?:future(?:works?|directions?|researchdirections?)?|(?:未来|后续)(?:工作|方向|研究(?:方向)?|展望)?|展望)$/,
  ],
  [
    'impact',
    /^(?:(?:potential)?impacts?|significance|(?:对领域的)?(?:影响|意义|价值)(?:[与和及](?:意义|影响|价值))?)$/,
  ],
  ['applications', /^(?:(?:potential)?applications?|(?:潜在|相关)?(?:应用|应用场景|应用领域|领域)(?:[与和及]应用)?)$/],
  ['findings', /^(?:(?:key)?findings|keypoints|highlights|(?:关键|主要|核心|重要)?(?:发现|结论列表|亮点))$/],
];

/** What a key of an answer names, in whatever spelling, language or case; null for keys that nobody asked for. */
export function keyOf(name: string): Key | null {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\d\s.、)）]+|[\s_*#`"'./:：-]+/g, '');
  return KEYS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
