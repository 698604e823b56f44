import { describe, expect, test } from 'vitest';
import type { Part } from '@/core/paper';
import { dividingPartOf, partOf } from '@/core/report/parts';
import { SECTION_TITLES } from './section-titles';
import { LAST_TITLES, LATER_TITLES, MIXED_TITLES } from './section-titles-mixed';

const TITLES: Record<Part, string> = {
  problem:
    '1. 主要研究问题/研究目标：|1. 研究问题/核心挑战：|1. 主要问题/研究问题：|研究问题|1. 研究问题与背景|研究动机|要解决的问题|方法动机分析|2. 方法动机分析|研究背景与意义|问题与动机|1. 问题与动机 (Problem and Motivation)|核心问题|研究目标|任务定义|问题定义|背景与挑战|研究背景|1. Main Problem or Research Question|Motivation|痛点与挑战|该研究解决了什么问题|一、研究背景与问题',
  contribution:
    '1. 论文主要贡献的简明摘要 (Concise Summary)|1. 论文主要贡献的简洁总结 (2-3 句话)|1. 论文的主要贡献（2-3句话）|核心贡献|主要贡献|1. 论文的核心贡献总结|主要贡献与创新|Main Contribution|1. 论文的主要贡献总结 (Concise Summary of the Main Contribution)|论文亮点|1. 核心贡献摘要|简明扼要的总结论文的主要贡献',
  method:
    '2. 关键创新或方法学方法 (Key Innovation or Methodological Approach)|2. 关键创新或方法论|2. 关键创新点/方法论贡献：|2. 主要创新点/方法贡献：|2. 关键创新与方法贡献：|数据与核心方法|核心方法|3. 方法设计详解|技术路线|关键创新|2. 主要创新与方法贡献|方法论|创新点|方法与实验|核心思想|模型架构|框架设计|论文如何解决这个问题？|实现细节|Methodology|3. 方法设计（Method Design）|技术细节与实现|解决方案|2. 关键创新或方法论亮点|关键创新/方法学贡献|算法流程|核心技术与创新|训练策略',
  results:
    '3. 主要结果及其意义：|3. 主要结果与意义：|关键证据|实验结果与意义|实验分析|5. 实验分析|实验设计与结果|实验表现与优势|主要发现|性能评估|Experimental Results|对比实验|消融实验|论文做了哪些实验？|3. 主要结果和意义|实验与验证|结果与分析|结果与讨论|实验验证|实验设置与结果|3. 主要成果及其重要性',
  limitations:
    '4. 论文中提到的局限性：|4. 提及的局限性：|4. 局限性|5. 从摘要中可推断的局限性 (Limitations Inferable from the Abstract)|5. 从摘要中可以推断出的局限性|局限与适用场景|局限与实际意义|推断的局限|局限性与未来方向|局限与意义|方法的局限性|模型局限性|不足之处|Limitations and Future Work|4. 论文中提及的局限性|潜在局限|5. 可推断的局限性|任何可以从摘要中推断出的局限性|局限与展望|优势与局限',
  future:
    '5. 潜在的未来研究方向：|5. 未来研究方向：|未来工作|展望|未来展望与挑战|后续工作|Future Research Directions|潜在研究方向|可进一步探索的点|有什么可以进一步探索的点？|改进方向|开放问题',
  impact:
    '3. 对领域潜在影响 (Potential Impact on the Field)|3. 对领域潜在影响|3. 对该领域的潜在影响|在计算机视觉领域的意义：|潜在影响|学术价值|实际意义|对计算机视觉领域的重要性|对计算机视觉领域的趣味性或重要性：|启示|Significance|为什么重要|意义与影响|论文对计算机视觉领域的意义|新颖性之外的意义',
  applications:
    '4. 相关领域或应用 (Related Areas or Applications)|4. 可能受益的相关领域或应用|应用场景|潜在应用|适用场景|应用前景|相关领域|可能从中受益的领域或应用|4. 相关应用领域|下游应用|Applications|实际应用与部署',
  comparison:
    '4. 方法对比分析|与其他方法对比|与现有方法的区别|相关工作|对比分析|方法对比|Comparison with Existing Methods|与已有工作的比较|有哪些相关研究？|与SOTA的对比',
  guide:
    '6. 实用指南|实用指南/复现建议|实践指南|复现建议|开源情况|代码与资源|实践建议|Practical Guide|实用指南与复现要点',
  conclusion: '总结：|7. 总结|结论|总结与展望|总体评价|Conclusion|小结|结语|结论与启示|综合评价|总结一下论文的主要内容',
  gist: '一句话总结|TL;DR|摘要：|论文摘要|全面摘要|概述|论文概述|一句话概括|核心内容概述|Overview',
  translation: '1. 摘要翻译|摘要翻译|中文翻译|摘要的中文翻译|摘要译文',
  other: '论文题目：|作者：|专家点评|Foo Bar|附录|备注',
};

describe('partOf', () => {
  const rows = Object.entries(TITLES).flatMap(([part, titles]) =>
    titles.split('|').map((title) => [title, part] as const),
  );
  test.each(rows)('takes %s for %s', (title, part) => expect(partOf(title)).toBe(part));

  test.each(Object.entries(SECTION_TITLES))('knows %s in the wordings of many models', (part, titles) => {
    expect(titles.split('|').filter((title) => partOf(title) !== part)).toEqual([]);
  });

  test.each([MIXED_TITLES, LATER_TITLES, LAST_TITLES].flatMap((titles) => Object.entries(titles)))(
    'knows %s in every way of numbering: %s',
    (part, titles) => {
      expect(titles.split('|').filter((title) => partOf(title) !== part)).toEqual([]);
    },
  );

  test.each(['编码器与解码器', 'Encoder', '学习率', '提升幅度', 'Recipe', '作者信息', '备注'])(
    'divides no text by %s',
    (title) => expect(dividingPartOf(title)).toBeNull(),
  );
  test.each(['方法', '一、研究问题', 'Results'])('may divide a text by %s', (title) =>
    expect(dividingPartOf(title)).toBe(partOf(title)),
  );

  test('is not led astray by marks, numbers and quotes', () => {
    for (const title of ['**三、方法**', '### 3. 方法', '（3）方法', '第三部分 方法', 'III. 方法', '“方法”'])
      expect(partOf(title)).toBe('method');
  });
});
