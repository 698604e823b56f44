import { describe, expect, test } from 'vitest';
import { parseKeywords, toKeywordTest } from '@/core/keywords';

test.each([
  ['GAN', 'Training GANs with less data'],
  ['GAN', 'a gan-based method'],
  ['diffusion model', 'Video Diffusion Models'],
  ['zero shot', 'Zero-Shot Segmentation'],
  ['zero-shot', 'zeroshot learning'],
  ['扩散模型', '一种新的扩散模型。'],
  ['C++', 'Rewriting C++ code'],
  ['3D', '3D reconstruction'],
  ['bus', 'All buses run'],
  ['diffusion models', 'a diffusion model'],
  ['LLMs', 'an LLM agent'],
  ['LLMs', 'two LLMs'],
  ['category', 'of all categories'],
])('%s is in “%s”', (keyword, text) => expect(toKeywordTest([keyword])?.(text)).toBe(true));

test.each([
  ['GAN', 'organ segmentation'],
  ['GAN', 'Gandhi'],
  ['3D', 'A13D2'],
  ['扩散模型', '扩散的模型'],
  ['C++', 'C and more'],
  ['a.b', 'axb'],
  ['diffusion model', 'diffusion of a model'],
  ['loss', 'a los'],
  ['analysis', 'analysi'],
  ['bus', 'bu'],
  ['3D maps', '3D mapping'],
  ['gas', 'ga'],
  ['ray', 'raie'],
])('%s is not in “%s”', (keyword, text) => expect(toKeywordTest([keyword])?.(text)).toBe(false));

test.each([[[]], [['']], [['  ', '']], [['-', '–']]])('%j is no keyword at all', (keywords) =>
  expect(toKeywordTest(keywords)).toBeNull(),
);

test('one of several is enough', () => expect(toKeywordTest(['GAN', 'NeRF'])?.('NeRFs in the wild')).toBe(true));

describe('keywords as they are typed', () => {
  test.each<[string, string[]]>([
    ['diffusion\n3D 重建', ['diffusion', '3D 重建']],
    ['diffusion, 视频生成，3D；GAN', ['diffusion', '视频生成', '3D', 'GAN']],
    ['世界模型、具身', ['世界模型', '具身']],
    ['  in   context  ', ['in context']],
    ['GAN\nGAN', ['GAN']],
    ['state-of-the-art', ['state-of-the-art']],
    ['', []],
    [' ,，\n\n、', []],
  ])('%j', (text, keywords) => expect(parseKeywords(text)).toEqual(keywords));
});
