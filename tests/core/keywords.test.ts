import { expect, test } from 'vitest';
import { toKeywordTest } from '@/core/keywords';

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
])('%s is in “%s”', (keyword, text) => expect(toKeywordTest([keyword])?.(text)).toBe(true));

test.each([
  ['GAN', 'organ segmentation'],
  ['GAN', 'Gandhi'],
  ['3D', 'A13D2'],
  ['扩散模型', '扩散的模型'],
  ['C++', 'C and more'],
  ['a.b', 'axb'],
  ['diffusion model', 'diffusion of a model'],
])('%s is not in “%s”', (keyword, text) => expect(toKeywordTest([keyword])?.(text)).toBe(false));

test.each([[[]], [['']], [['  ', '']]])('%j is no keyword at all', (keywords) =>
  expect(toKeywordTest(keywords)).toBeNull(),
);

test('one of several is enough', () => expect(toKeywordTest(['GAN', 'NeRF'])?.('NeRFs in the wild')).toBe(true));
