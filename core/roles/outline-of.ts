import { renderTexText } from '../render/tex-text';
import { classify, type RoleModel } from './classify';
import { keySentences } from './key-findings';
import type { Outline, Role } from './outline';
import { splitSentences } from './sentences';

/** An abstract that begins with what the paper does; the cue stands at the sentence's head. */
const ANNOUNCEMENT =
  /^(?:in this (?:paper|work|article|study|letter|report),? )?(?:we (?:\w+ly )?(?:propose|present|introduce|develop|describe|study|investigate|consider|address)|this (?:paper|work|article|study) (?:proposes|presents|introduces|develops|describes|studies|investigates|considers|addresses))\b/i;

/**
 * The classifier learned from readers who called nearly every first sentence background, also “We propose …”. Whoever looks
 * for what the paper does is better served by its goal.
 */
function roleFor(role: Role | undefined, sentence: string): Role {
  return role === 'background' && ANNOUNCEMENT.test(sentence) ? 'objective' : (role ?? 'other');
}

/** An abstract sorted into roles, its key findings marked. An empty abstract has an outline without sentences. */
export function makeOutline(model: RoleModel, abstract: string): Outline {
  const sentences = splitSentences(abstract);
  const roles = classify(model, sentences);
  const keys = keySentences(sentences);
  return {
    sentences: sentences.map((text, at) => ({
      text,
      body: renderTexText(text),
      role: roleFor(roles[at], text),
      key: keys[at] ?? false,
    })),
  };
}
