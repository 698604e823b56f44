import type { Tree } from '../render/tree';

/** The role of an abstract's sentence: 背景 · 目标 · 方法 · 结果 · 其他. */
export const ROLES = ['background', 'objective', 'method', 'result', 'other'] as const;
export type Role = (typeof ROLES)[number];

/**
 * An abstract, sentence by sentence: `text` as it stands, `body` with its TeX rendered; `key` marks the key findings
 * (原文关键句).
 */
export interface Outline {
  sentences: { text: string; body: Tree[]; role: Role; key: boolean }[];
}
