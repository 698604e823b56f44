import { describe, expect, test } from 'vitest';
import { languageOf } from '@/core/render/language';

describe('languageOf', () => {
  test.each([
    ['zh', '本文提出一种新的方法。'],
    ['zh', '使用 Vision-Language-Action 模型在 LIBERO 上进行微调，性能优于 OpenVLA 基线。'],
    ['zh', '本文分析日语助词の的用法与分布。'],
    ['zh', '本文提出繁體中文的測試資料。'],
    ['en', 'We propose a method that outperforms all baselines.'],
    ['en', 'ChatGLM (智谱) is compared with eleven other models on reasoning benchmarks.'],
    ['en', 'The energy is $E = \\sum_i α_i β_i$ for all i.'],
    ['en', 'Méthode générale pour les réseaux'],
    ['ja', '本論文では、新しい手法を提案する。'],
    ['ja', '深層学習による画像認識の高速化'],
    ['ja', 'トランスフォーマーモデル'],
    ['ko', '본 논문은 새로운 방법을 제안한다.'],
    ['ko', '본 논문은 Transformer 기반 漢字 인식 방법을 제안한다.'],
    ['other', ''],
    ['other', '12.5 % → 87.3 %'],
    ['other', 'Предложен новый метод обучения.'],
    ['other', '🙂🙂'],
  ])('says %s of %j', (language, text) => expect(languageOf(text)).toBe(language));
});
