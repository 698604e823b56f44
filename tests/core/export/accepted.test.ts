import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAccepted } from '@/core/export/accepted';

const by = (doi: string | null, journalRef: string | null = null) => findAccepted({ comments: null, journalRef, doi });
const of = (comments: string | null) => findAccepted({ comments, journalRef: null, doi: null });

describe('findAccepted', () => {
  test.each([
    ['CVPR 2025 accepted', 'CVPR 2025'],
    ['Accepted to CVPR 2025', 'CVPR 2025'],
    ['Accepted to AAAI 2026', 'AAAI 2026'],
    ['Accepted by AAAI2026 (Project page: https://x.github.io/y/)', 'AAAI2026'],
    ['AAAI 2026', 'AAAI 2026'],
    ['8 pages, 3 figures. To appear in ICRA 2026', 'ICRA 2026'],
    ['To appear in the Proceedings of ACL 2025, 12 pages', 'ACL 2025'],
    ['Published in Physical Review D', 'Physical Review D'],
    ['Accepted for publication in Phys. Rev. D', 'Phys. Rev. D'],
    ['Accepted to J. Mach. Learn. Res. 23 pages', 'J. Mach. Learn. Res.'],
    ['This paper has been accepted for publication in JGR-Space Physics', 'JGR-Space Physics'],
    [
      'This paper has been accepted for presentation at ABC 2026. The manuscript is under revision prior to camera-ready submission',
      'ABC 2026',
    ],
    [
      '5 pages, 3 figures. Accepted and published at 2024 19th International Conference on Emerging Technologies (ICET)',
      '2024 19th International Conference on Emerging Technologies',
    ],
    ['Accepted at ICML 2025, under review at JMLR', 'ICML 2025'],
    ['Submitted to X, accepted by NeurIPS 2025', 'NeurIPS 2025'],
    ['Accepted by NeurIPS 2026. Extended version of our ICML submission', 'NeurIPS 2026'],
    ['Accepted at ICCV 2025 (oral). Code will be published at https://github.com/a/b', 'ICCV 2025'],
    ['Accepted manuscript, 10 pages', ''],
    ['In press', ''],
    ['NeurIPS 2025 Workshop on Robots', 'NeurIPS 2025'],
    ['IEEE RA-L, 2026', 'RA-L, 2026'],
    ['Camera-ready version, ECCV 2024', 'ECCV 2024'],
    ['已被 CVPR 2025 录用', 'CVPR 2025'],
    ['本文已被《自动化学报》录用，12 页', '自动化学报'],
    ['发表于《计算机学报》', '计算机学报'],
    ['已录用', ''],
  ])('finds it in %j', (comments, venue) => expect(of(comments)).toEqual({ venue, said: comments, kind: 'comments' }));

  test.each([
    null,
    '',
    '12 pages, 4 figures',
    'Submitted to CVPR 2026',
    'submitted to IEEE TPAMI, 2025',
    'ICLR 2026 submission',
    '4 pages, 3 figures, Submitted to IEEE SSIAI 2026',
    'Under review at ICML 2026',
    'NeurIPS 2025, under review',
    'Under double-blind review, NeurIPS 2026',
    'Currently under peer review at Nature Communications',
    'Rejected by ICLR 2025',
    'Withdrawn from ICLR 2025',
    'Not accepted at CVPR 2024',
    'Has not yet been accepted to AAAI 2026',
    'Code will be released upon acceptance',
    'Code is published at https://github.com/a/b',
    'Code published in GitHub',
    'Extended version of the CVPR 2024 paper',
    'extended version of a paper accepted at CVPR 2024',
    'Full version of our paper, CRYPTO 2024 and ICML 2024',
    'Journal version of the ICCV 2023 work',
    'A preliminary version appeared in ICML 2020',
    'A conference version was published in ICRA 2022',
    'Extends our previous NeurIPS 2023 paper',
    'Builds on our ECCV 2022 work',
    'Comment on Nature Physics 12',
    'Technical report of the CVPR 2025 challenge',
    '1st place solution, ECCV 2024 workshop challenge',
    'Winner of the ICCV 2023 competition',
    'Formatted with the NeurIPS 2024 style',
    'Conditionally accepted to CHI 2026',
    'Accepted subject to minor revision, TMLR',
    'Data appear in the appendix',
    'Figures appear in color',
    'To appear on arXiv',
    'Published in arXiv',
    'A widely accepted model, 12 pages',
    'The published version differs',
    'Part II forthcoming',
    'In preparation for ICRA 2026',
    'Planned for CVPR 2026',
    'Comments are welcome',
    '投稿至 CVPR 2026',
    '已投稿《自动化学报》，在审',
    '尚未被录用',
    'CVPR 2024 论文的扩展版',
  ])('finds none in %j', (comments) => expect(of(comments)).toBeNull());

  test('takes a publisher’s DOI for a sign too, arXiv’s own for none', () => {
    expect(by('10.1103/PhysRevD.76.013009')).toEqual({ venue: '', said: '10.1103/PhysRevD.76.013009', kind: 'doi' });
    expect(by('10.48550/arXiv.2512.23705')).toBeNull();
    expect(by('no doi')).toBeNull();
    expect(by('10.1103/PhysRevD.76.013009', 'Phys. Rev. D 76')).toBeNull();
    expect(findAccepted({ comments: 'Accepted to CVPR 2025', journalRef: 'CVPR 2025', doi: null })).toBeNull();
  });

  test('takes no time over any comment', () => {
    fc.assert(fc.property(fc.string(), (comments) => void of(comments)));
    for (const piece of ['accepted to ', 'code ', 'A. ', '(', 'submitted ', 'extended version ', '被', 'our previous '])
      of(piece.repeat(2_000));
  });
});
