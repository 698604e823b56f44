import { describe, expect, test } from 'vitest';
import { findCode, findVenue } from '@/core/daily/mentions';

describe('findCode', () => {
  test.each([
    ['Code: https://github.com/a/b.', null, 'code', 'github.com', 'https://github.com/a/b'],
    ['', 'Weights at https://huggingface.co/a/b-7B)', 'code', 'huggingface.co', 'https://huggingface.co/a/b-7B'],
    ['at github.com/a/b, soon', null, 'code', 'github.com', 'https://github.com/a/b'],
    ['HTTP://www.GitHub.com/a/b', null, 'code', 'github.com', 'https://www.github.com/a/b'],
    ['https://gitlab.com/a/b/-/tree/main, soon', null, 'code', 'gitlab.com', 'https://gitlab.com/a/b/-/tree/main'],
    ['Page: https://github.com/a/, code: https://github.com/a/b', null, 'code', 'github.com', 'https://github.com/a/b'],
    ['https://github.com/first/one', 'zenodo.org/records/1', 'code', 'zenodo.org', 'https://zenodo.org/records/1'],
    ['https://github.com/rooms', null, 'code', 'github.com', null],
    [
      'https://ana-lab.github.io/robot/ and https://github.com/a/b',
      null,
      'code',
      'github.com',
      'https://github.com/a/b',
    ],
    ['See https://ana-lab.github.io/robot/', null, 'page', 'ana-lab.github.io', null],
    ['Code and models will be released.', null, 'promised', '', null],
    ['The dataset is publicly available.', null, 'promised', '', null],
    ['We open-source everything.', null, 'promised', '', null],
  ])('finds it in %j, %j', (abstract, comments, kind, value, url) =>
    expect(findCode({ abstract, comments })).toEqual({ kind, value, url }),
  );

  test.each([
    ['', null],
    ['A robot.', null],
    ['Compared with open models.', '12 pages'],
    ['We mine notgithub.community/ pages', null],
    ['notgithub.com/a/b and not-github.com/a/b', null],
    ['https://github.com', null],
    ['Bugs of GitHub. Code review is hard.', null],
    ['Codes correct errors. A channel is available.', null],
  ])('finds none in %j, %j', (abstract, comments) => expect(findCode({ abstract, comments })).toBeNull());
});

describe('findVenue', () => {
  test.each([
    ['Accepted at CVPR 2026', 'venue', 'CVPR 2026'],
    ['CVPR 2026 (oral), 12 pages', 'venue', 'CVPR 2026'],
    ['CVPR, 12 pages', 'venue', 'CVPR'],
    ['CVPR 12 pages', 'venue', 'CVPR'],
    ['CVPR2026', 'venue', 'CVPR2026'],
    ['WACV26', 'venue', 'WACV26'],
    ["ICLR'26", 'venue', "ICLR'26"],
    ['NeurIPS ’26 spotlight', 'venue', 'NeurIPS ’26'],
    ['AAAI-26', 'venue', 'AAAI-26'],
    ['IEEE RA-L', 'venue', 'RA-L'],
    ['IEEE RA-L, 2026', 'venue', 'RA-L, 2026'],
    ['Published in Nature Communications', 'venue', 'Nature Communications'],
    ['Nature Machine Intelligence 2026', 'venue', 'Nature Machine Intelligence 2026'],
    ['Published in Science.', 'venue', 'Science'],
    ['Nature, 2026', 'venue', 'Nature, 2026'],
    ['8 pages, accepted to the Journal of Field Robotics', 'venue', 'Journal of Field Robotics'],
    ['To appear in Acta Mathematica (2026)', 'venue', 'Acta Mathematica'],
    ['Accepted for publication in Physical Review D', 'venue', 'Physical Review D'],
    ['Accepted', 'venue', ''],
    ['Published in Acta Mathematica', 'venue', 'Acta Mathematica'],
    ['Presented at the Meeting of Robots, 2026', 'venue', 'Meeting of Robots, 2026'],
    ['Accepted by NeurIPS 2026. Extended version of our ICML submission', 'venue', 'NeurIPS 2026'],
    ['NeurIPS 2026 Workshop on Robots', 'workshop', 'NeurIPS 2026'],
  ])('finds it in %j', (comments, kind, value) => expect(findVenue(comments)).toEqual({ kind, value }));

  test.each([
    null,
    '',
    '12 pages, 4 figures',
    'Submitted to CVPR 2026',
    'ICLR 2026 submission',
    'Under review at ICML',
    'Under double-blind review, NeurIPS 2026',
    'Not yet accepted',
    'A note on chairs and TIPS',
    'WACVX',
    'a chip',
    'The nature of rooms',
    'Nature-inspired search, 12 pages',
    'Doctoral thesis, Computer Science, 200 pages',
    'Figures appear blurred',
    'Results presented in Section 3',
    'The published version differs',
    'Withdrawn',
  ])('finds none in %j', (comments) => expect(findVenue(comments)).toBeNull());
});
