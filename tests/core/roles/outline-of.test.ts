import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRoleModel } from '@/core/roles/classify';
import { makeOutline } from '@/core/roles/outline-of';

const model = loadRoleModel(readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', 'roles.bin')));
const firstRole = (sentence: string) =>
  makeOutline(model, `${sentence} Experiments on three datasets show that it is 12% more accurate than before.`)
    .sentences[0]?.role;

describe('the first sentence of an outline', () => {
  test.each([
    'We propose a novel neural network for parsing.',
    'In this paper, we present a method for tracking people in crowds.',
    'This paper introduces a data set of spoken questions.',
  ])('is no background when it says what the paper does: %s', (sentence) =>
    expect(firstRole(sentence)).not.toBe('background'),
  );

  test.each([
    'Deep neural networks have become the standard for object detection.',
    'Recently, many methods that we present below have been proposed for parsing.',
    'Tracking people in crowds remains a challenging problem.',
  ])('stays background when it is: %s', (sentence) => expect(firstRole(sentence)).toBe('background'));
});

test('formulas and accents are rendered, the text beside them stays the source', () => {
  const [sentence] = makeOutline(model, 'We study C$\\alpha$ atoms by the Schr\\"odinger equation.').sentences;
  expect(sentence?.text).toContain('$\\alpha$');
  expect(JSON.stringify(sentence?.body)).toMatch(/"math".*α.*Schrödinger/);
});
