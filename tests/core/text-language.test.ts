import { expect, test } from 'vitest';
import { languageOf } from '@/core/text-language';

test.each([
  ['本文提出一种扩散模型。', 'zh'],
  ['本文用 Vision Transformer（ViT）和 CLIP 做 zero-shot 分类，在 ImageNet-1k 上 top-1 达到 85.2%。', 'zh'],
  ['This paper presents a diffusion model.', 'en'],
  ['The benchmark of Zhang (张三) is used throughout the whole paper, in all of its experiments.', 'en'],
  ['本論文は拡散モデルを提案する。', 'ja'],
  ['이 논문은 확산 모델을 제안한다.', 'ko'],
  ['이 논문은 擴散 모델을 제안한다.', 'ko'],
  ['12.3 %', 'other'],
  ['', 'other'],
])('%j is in %s', (text, language) => expect(languageOf(text)).toBe(language));
