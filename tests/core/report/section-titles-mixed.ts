import type { Part } from '@/core/paper';

/** More titles, one list for each kind of analysis that reports are known to have, in every way of numbering; `|` between. */
export const MIXED_TITLES: Partial<Record<Part, string>> = {
  translation:
    '一、摘要译文|（1）摘要翻译|1) 摘要中译|Part 1: 摘要翻译 (Translation)|【1】中文摘要翻译|第一节 摘要翻译|1、摘要全译：|Ⅰ. 摘要翻译|Section 1. Abstract (Chinese Translation)',
  problem:
    '1. 论文针对的关键难题|（一）研究问题的提出|1、要攻克的难关|① 问题背景与研究目的|1.1 为什么现有跟踪器会失败|**一、问题与动机（Problem & Motivation）**：|1. 核心问题与挑战：|第一部分：问题的由来|Q1: 这篇论文试图解决什么问题？|1. Research Gap and Motivation|2. 方法的动机与直觉|作者为何提出这一方法|2. 方法动机：现状与缺陷|I. Problem Setting|1) 待解决的问题|研究者面临的挑战|1. The Challenge|What are the authors trying to do?',
  contribution:
    '1. 本文最主要的贡献（用两三句话概括）|（一）主要贡献简要总结|1. 贡献提炼|1、论文的核心贡献是什么？|Main Takeaway Contributions|1. A concise summary of the main contribution|① 核心贡献：|【贡献】|I. Primary Contribution|主要贡献（Contribution）：|1. 论文主要贡献：两级记忆|What does this paper contribute?',
  method:
    '2. 采用的技术与创新之处|（二）方法要点|3. 方法设计（含公式推导）|② 关键创新或所用方法|3. 方法的整体流程|第三部分：方法设计拆解|Q2: 作者提出了什么方法？|II. Methodology Breakdown|2. What is new here?|二、核心方法（Core Method）：|2) 创新与做法|3. 方法设计——从输入到输出|2. 所提方法的核心构思|关键技术点解析|网络架构与损失|2. 提出的方法（Proposed Method）|2. 主要创新与技术亮点|核心模块与推理过程|How does it work?|编码器与解码器的协同|2. Key Idea and Approach|创新之处|4. 创新性与对比',
  results:
    '3. 取得的主要成绩|（三）实验结果与解读|5. 实验分析（数据集、指标、结论）|③ 主要结果及影响|Q3: 实验说明了什么？|三、主要结果（Main Results）：|III. Experiments and Results|3. 论文得出的结果和它们的意义|3. 与SOTA的比较结果|5. 实验结果：在哪些数据上赢了|What did they find?|定性与定量评估|3. 主要发现及其重要性（Key Findings and Significance）|5. 实验验证：有效性如何|跑分与消融',
  limitations:
    '4. 作者提到的不足|（四）局限性及改进|4. 论文未能解决之处|④ 论文中提及的限制|5. 摘要所透露的局限|Q5: 这项工作有什么缺点？|四、局限与意义（Limitations & Significance）：|IV. Limitations|5. What the abstract suggests about limitations|5. 从摘要可以看出的不足|4. 局限性：长视频与算力|主要短板|5. 可以从摘要推断出的任何局限性：|Where it falls short|尚未覆盖的情形|5) 推断局限',
  future:
    '5. 今后的研究方向|（五）未来可做的工作|⑤ 未来研究的可能方向|Q6: 接下来可以做什么？|V. Future Directions|5. 未来工作（Future Work）：|五、后续工作与展望|5. Potential Avenues for Future Research|What comes next?|可以继续深挖的点|5. 潜在的研究延伸方向',
  impact:
    '3. 这项研究可能带来的影响|（三）对计算机视觉的潜在影响：|③ 对领域的潜在贡献与影响|3. 潜在影响（Impact on the Field）|III. Potential Impact|对学术界的意义|为何对视觉社区重要|领域意义与启发|So what?|这篇论文为什么有意思|3. 对后续研究可能的推动作用|对计算机视觉领域的重要性与趣味性：',
  applications:
    '4. 可借鉴的相关领域|（四）相关应用或领域：|④ 能从中获益的方向|4. 适合用在哪里|IV. Related Fields and Applications|4. 可能受益的相关研究方向和应用|潜在用途|4. Who could benefit from this work|可应用的行业|应用前景与相关领域|4. 相关应用领域（Related Areas）',
  comparison:
    '4. 和已有工作的不同|（四）方法横评|4. 方法对比（优劣一览）|④ 对比分析|IV. Method Comparison|与经典方法相比|4. 与同类工作的比较：|How does it differ from previous work?|差异化分析',
  guide:
    '6. 实用指南（怎么复现）|（六）落地与复现指南|⑥ 学习与实践建议|VI. Practical Guide|6. 复现要点：|6. 动手实践|六、开源情况与实现细节|Tips for Practitioners|6. 迁移与复用建议|代码在哪里',
  conclusion:
    '7. 总结（一句话核心思想）|（七）小结|⑦ 全文小结|VII. Summary|7. 总结与速记版 Pipeline|总结：|写在最后|In Conclusion|七、总结（Conclusion）：|最终评价',
  gist: '一句话看懂|论文概述：|这篇论文讲了什么|论文要旨|Quick Summary in One Sentence|核心要义|研究内容概览|内容简述',
  other:
    '作者简介|论文基本资料|链接与引用|Q&A|引用格式|图表说明|术语对照|原始摘要（英文）|论文标题（Title）：|发布时间',
};

/** Titles that were written after the rules, and first read by them as they were. */
export const LATER_TITLES: Partial<Record<Part, string>> = {
  translation: '1. 摘要的中文版|（一）摘要直译|1. Chinese Version of the Abstract|一、论文摘要中文对照翻译',
  problem:
    '1. 该文旨在回应的核心难点|一、问题出在哪里|1. 研究的出发点与要回答的问题|② 动机与背景（Motivation）|1. Which problem is being solved|2. 方法动机：已有方案卡在哪|（一）任务与挑战概述|1. 拟攻关的科学难题',
  contribution:
    '1. 论文贡献一句话概述|1. 论文带来了哪些新东西（主要贡献）|【核心贡献】：|I. What the authors contribute|1. 主要贡献（简明版）',
  method:
    '3. 方法的设计细节与流程图解|二、怎么解决：两级记忆|2. 技术亮点与创新方法|（二）模型与训练方案|III. The Proposed Framework|2. 核心创新及其实现手段|3. 方法拆解：三步走|关键公式解读|训练与推理细节|2. 所用方法与关键点子',
  results:
    '3. 主要实验成果与结论|三、实验：数据说话|5. 实验设置、对比与消融|（三）成效与分析|3. How well does it work|IV. Empirical Evaluation|3. 结果概要：三个数据集上的提升',
  limitations:
    '4. 局限：作者自己怎么说|四、不足与待改进之处|5. 由摘要推断出的可能局限|（四）方法的软肋|V. Caveats and Limitations|4. 论文没有覆盖到的问题',
  future: '5. 未来还可以怎么做|（五）研究前瞻|5. Where the research could go next|五、后续可能的研究路线',
  impact: '3. 可能给领域带来的改变|三、研究的意义所在|3. Why the field should care|（三）潜在的领域贡献与影响力',
  applications: '4. 潜在的应用场合|（四）哪些领域会用到|4. Adjacent fields and downstream uses|四、产业应用可能',
  comparison: '4. 跟现有方法比，好在哪|（四）对比其他工作|4. Positioning against prior work',
  guide: '6. 使用与复现须知|六、给读者的实践提示|6. Practical Notes for Reproduction',
  conclusion: '7. 全篇总结|七、收束语|7. Closing Summary|【总结】',
  gist: '三句话读懂本文|论文内容一览|Abstract in brief',
  other: '作者及单位：|【论文标题】|致谢与声明',
};

/** A second such list. */
export const LAST_TITLES: Partial<Record<Part, string>> = {
  translation: '### 1. 摘要翻译：|**一、 摘要翻译（中文）**|1. 摘要译文（Translated Abstract）|（一）论文摘要的翻译',
  problem:
    '1. 核心研究问题/动机|1. 论文的主要问题和研究动机：|**1. 研究问题 / 目标（Research Problem / Objective）：**|2. 方法动机深度分析|一、问题背景与核心动机|1. 该论文试图解决的问题|1. 主要研究问题与动机 (Main Problem and Motivation)|（1）研究动机|问题与挑战：|1. 任务背景与难点',
  contribution:
    '1. 论文主要贡献概括（2–3句话）|1. 主要贡献的简要总结 (Concise Summary of Main Contribution)|**1. 核心贡献总结：**|1. 论文的主要贡献与价值|1. 简要总结论文的主要贡献（2-3 句话）',
  method:
    '2. 关键创新或方法 (Key Innovation or Method)|2. 关键创新和方法学贡献|3. 方法设计详解（重点）|二、核心方法与技术创新|**2. 核心创新点与方法论：**|3. 方法设计与流程解析|2. 关键技术创新与实现方式|（二）核心方法设计|2. Key Innovations / Methodology|创新与方法：|3.1 整体流程|2. 主要的方法论创新',
  results:
    '3. 主要实验结果及意义|**3. 主要结果和意义（Main Results and Significance）：**|5. 实验分析与性能表现|三、实验结果与性能分析|3. 关键实验结果|（三）主要结果|3. 主要成果与性能|5. 实验表现与局限',
  limitations:
    '4. 论文提及的局限性：|**4. 提到的局限性（Limitations Mentioned）**|5. 从摘要可推断的局限性|四、局限性与应用意义|5. 基于摘要推断的局限性 (Inferred Limitations from Abstract)|（四）局限与不足|4. 局限性及未来意义|5. 可能存在的局限性',
  future:
    '5. 潜在的未来研究方向：|**5. 未来研究方向（Future Research Directions）**|5. 未来可能的研究方向|（五）未来工作方向|5. 后续研究建议',
  impact:
    '3. 对该领域的潜在影响：|**3. 潜在影响与意义：**|3. 对视觉领域的潜在影响 (Potential Impact on the Field)|对计算机视觉的重要性和趣味性|（三）潜在影响|3. 研究的潜在影响力',
  applications:
    '4. 可能受益的相关领域或应用：|**4. 相关领域或应用（Related Areas or Applications）**|4. 可能从这项研究中受益的领域|4. 受益的相关领域与应用场景|（四）应用与相关领域',
  comparison: '4. 方法对比分析：|4. 与现有方法的对比|四、方法对比与优势分析|4. 与其他方法的对比分析（Comparison）',
  guide: '6. 实用指南：|6. 实用指南与开源情况|**6. 学习与应用指南**|6. 实践建议与注意事项',
  conclusion: '7. 总结：|**总结与意义：**|七、总结与评价|Overall Summary|总结（Summary）',
  gist: '论文核心概要|一句话总结：|内容概要：',
  other: '论文标题：|作者与机构|专家评论：',
};
