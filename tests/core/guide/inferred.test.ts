import { describe, expect, test } from 'vitest';
import { isInferred } from '@/core/guide/inferred';

describe('isInferred by the heading', () => {
  test.each([
    '5. 从摘要中可以推断出的局限性',
    '5. 从摘要中可推断的局限性',
    '从摘要中推断的局限性：',
    '推断的局限性',
    '5. 推断出的潜在局限性',
    '局限性（推断）',
    '局限性（从摘要推测）',
    '5. 可推断的局限性',
    '基于摘要的推断',
    '5. Limitations Inferable from the Abstract',
    'Inferred limitations',
    'Future work (inferred)',
    '方法（推断）',
  ])('%s', (title) => expect(isInferred(title, '')).toBe(true));

  test.each([
    '4. 提及的局限性：',
    '论文推断',
    '推断速度',
    '因果推断的局限性',
    '变分推断方法',
    '3. 推断阶段的加速',
    '模型推断性能',
    '推断成本与局限',
    '4. 论文中提到的局限性',
    '5. 潜在的未来研究方向',
    'Inference speed',
    'Inferred depth',
    'Depth (inferred) from one image',
    '',
  ])('not %j', (title) => expect(isInferred(title, '')).toBe(false));
});

describe('isInferred by the first words', () => {
  test.each([
    '论文中虽然没有明确列出局限性，但可以推断出：',
    '论文中虽然没有明确列出局限性，但可以推断出一些潜在的方面：',
    '尽管摘要展示了令人印象深刻的结果，但仍可推断出一些潜在局限性：',
    '从摘要中可以推断，该方法依赖大量标注。',
    '作者未明确提及局限，以下为推测。',
    '虽未明确提及，但该方法的计算成本可能较高。',
    '虽然论文没有直接讨论局限性，但计算量可能较大。',
    '根据论文内容，我们可以推测以下局限：',
  ])('%s', (lead) => expect(isInferred('4. 局限性', lead)).toBe(true));

  test.each([
    '论文没有明确列出局限性。',
    '该模型可以推断出被遮挡物体的深度。',
    '推断速度达到 24 帧每秒。',
    '方法没有使用标注，推断时间却更短。',
    '作者通过因果推断分析了影响。',
    '尽管没有直接监督，模型依然收敛。',
    '从图像中可以推断物体的姿态。',
    '局限包括双臂协调仍弱。',
    '',
  ])('not %j', (lead) => expect(isInferred('4. 局限性', lead)).toBe(false));
});
