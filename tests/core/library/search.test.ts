import { describe, expect, test } from 'vitest';
import { matchesAll, parseQuery, toHaystack } from '@/core/library/search';

const finds = (text: string, typed: string) => matchesAll(toHaystack([text]), parseQuery(typed));

describe('search', () => {
  test.each([
    ['把视频扩散模型改造成透明物体的深度估计器', '透明 物体'],
    ['Diffusion Knows Transparency', 'TRANSPARENCY diffusion'],
    ['Peter Müller', 'muller'],
    ['Erdős', 'erdos'],
    ['G$^2$VLM: Geometry', 'g2vlm'],
    ['Flex-$π$', 'flex-π'],
    ['ＶＩＤＥＯ', 'video'],
    ['2512.23705', '2512.237'],
    ['anything', ''],
    ['anything', ' 　 '],
    ['透明物体', '透明　物体'],
    ['ΟΔΟΣ', 'οδοσ'],
  ])('finds %j by %j', (text, typed) => expect(finds(text, typed)).toBe(true));

  test.each([
    ['透明物体', '透明 深度'],
    ['Diffusion', 'diffusions'],
    ['video diffusion', 'videodiffusion'],
    ['', '深度'],
  ])('does not find %j by %j', (text, typed) => expect(finds(text, typed)).toBe(false));

  test('does not find a word that runs from one part into the next', () => {
    expect(matchesAll(toHaystack(['透明', '物体']), parseQuery('透明物体'))).toBe(false);
  });
});
