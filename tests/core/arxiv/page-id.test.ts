import { describe, expect, test } from 'vitest';
import { parseAbsUrl } from '@/core/arxiv/id';
import { readPageId } from '@/core/arxiv/page-id';

describe('readPageId', () => {
  test.each([
    ['https://arxiv.org/abs/2512.23705', '2512.23705', null],
    ['https://www.arxiv.org/abs/0704.0001v12', '0704.0001', 12],
    ['https://export.arxiv.org/abs//2512.23705V2/?context=cs.LG#top', '2512.23705', 2],
    ['https://arxiv.org/abs/arXiv:2512.23705%20', '2512.23705', null],
    ['https://arxiv.org/abs/HEP-TH%2F9901001v3', 'hep-th/9901001', 3],
    ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136', null],
    ['https://arxiv.org/abs/cond-mat.str-el/0301001', 'cond-mat/0301001', null],
  ])('reads %s, as all else does', (url, base, version) => {
    expect(readPageId(url)).toEqual({ base, version });
    expect(parseAbsUrl(url)).toEqual({ base, version });
  });

  test.each([
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/cs.CV',
    'https://arxiv.org/abs/2512.23705/extra',
    'https://arxiv.org/abs/2512.23705v0',
    'https://arxiv.org/abs/2512.237',
    'https://arxiv.org/abs/2512.23705,2512.23706',
    'https://arxiv.org/abs/%E0%A4%A',
    'https://arxiv.org/pdf/2512.23705',
    'https://arxiv.org/list/cs.CV/2512',
    'https://arxiv.org/x/abs/2512.23705',
    'not an address',
  ])('finds no paper in %j', (url) => expect(readPageId(url)).toBeNull());

  test.each([
    ['a month that never was', 'https://arxiv.org/abs/2599.23705'],
    ['an archive that never was', 'https://arxiv.org/abs/no-such/9901001'],
  ])('leaves %s to the background', (_, url) => {
    expect(readPageId(url)).not.toBeNull();
    expect(parseAbsUrl(url)).toBeNull();
  });
});
