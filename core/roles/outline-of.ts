import { classify, type RoleModel } from './classify';
import { keySentences } from './key-findings';
import type { Outline } from './outline';
import { splitSentences } from './sentences';

/** An abstract sorted into roles, its key findings marked. An empty abstract has an outline without sentences. */
export function makeOutline(model: RoleModel, abstract: string): Outline {
  const sentences = splitSentences(abstract);
  const roles = classify(model, sentences);
  const keys = keySentences(sentences);
  return {
    sentences: sentences.map((text, at) => ({ text, role: roles[at] ?? 'other', key: keys[at] ?? false })),
  };
}
