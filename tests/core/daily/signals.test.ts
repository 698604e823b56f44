import { expect, test } from 'vitest';
import { readFindings } from '@/core/daily/signals';

test.each([
  ['We propose a robot. It walks.', 1, false, false],
  ['We propose a robot. Our method outperforms others by 3.5%. It is novel. It is new.', 3, true, false],
  ['We propose X. The robot weighs 20% less.', 1, false, false],
  ['Sheep graze. Tests on real-world data.', 0, false, true],
  ['We show a 2.1x speed-up on a physical robot.', 1, true, true],
  ['Robots of the real world.', 0, false, false],
  ['', 0, false, false],
])('findings: %j', (abstract, sentences, measured, onRealData) =>
  expect(readFindings(abstract)).toEqual({ sentences, measured, onRealData }),
);
