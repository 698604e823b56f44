import { expect, test } from 'vitest';
import { findCode, findVenue, readFindings } from '@/core/daily/signals';

test.each([
  ['Code: https://github.com/a/b.', null, 'code', 'github.com'],
  ['', 'Weights at https://huggingface.co/a/b', 'code', 'huggingface.co'],
  ['See https://ana-lab.github.io/robot/ and https://github.com/a/b', null, 'code', 'github.com'],
  ['See https://ana-lab.github.io/robot/', null, 'page', 'ana-lab.github.io'],
  ['Code and models will be released.', null, 'promised', ''],
  ['The dataset is publicly available.', null, 'promised', ''],
  ['We open-source everything.', null, 'promised', ''],
])('code: %j, %j', (abstract, comments, kind, value) =>
  expect(findCode({ abstract, comments })).toEqual({ kind, value }),
);

test.each([
  ['A robot.', null],
  ['Compared with open models.', '12 pages'],
  ['We mine notgithub.community/ pages', null],
  ['Bugs of GitHub. Code review is hard.', null],
  ['Codes correct errors. A channel is available.', null],
])('no code: %j, %j', (abstract, comments) => expect(findCode({ abstract, comments })).toBeNull());

test.each([
  ['Accepted at CVPR 2026', 'venue', 'CVPR 2026'],
  ['CVPR 2026 (oral), 12 pages', 'venue', 'CVPR 2026'],
  ["ICLR'26", 'venue', "ICLR'26"],
  ['AAAI-26', 'venue', 'AAAI-26'],
  ['8 pages, accepted to the Journal of Field Robotics', 'venue', 'Journal of Field Robotics'],
  ['To appear in Acta Mathematica (2026)', 'venue', 'Acta Mathematica'],
  ['Accepted for publication in Physical Review D', 'venue', 'Physical Review D'],
  ['Accepted', 'venue', ''],
  ['Published in Acta Mathematica', 'venue', 'Acta Mathematica'],
  ['Presented at the Meeting of Robots, 2026', 'venue', 'Meeting of Robots, 2026'],
  ['Accepted by NeurIPS 2026. Extended version of our ICML submission', 'venue', 'NeurIPS 2026'],
  ['NeurIPS 2026 Workshop on Robots', 'workshop', 'NeurIPS 2026'],
])('venue: %j', (comments, kind, value) => expect(findVenue(comments)).toEqual({ kind, value }));

test.each([
  null,
  '',
  '12 pages, 4 figures',
  'Submitted to CVPR 2026',
  'ICLR 2026 submission',
  'Under review at ICML',
  'Under double-blind review, NeurIPS 2026',
  'A note on chairs and TIPS',
  'Figures appear blurred',
  'Results presented in Section 3',
  'The published version differs',
  'Withdrawn',
])('no venue: %j', (comments) => expect(findVenue(comments)).toBeNull());

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
