import type { Part } from '../paper';

/** Wordings that say what a section is whatever else stands in the title. The first that fits counts. */
const PHRASES: readonly (readonly [Part, RegExp])[] = [
  [
    'other',
    /^(?:论文|文章)?(?:基本)?(?:题目|标题|名称|作者|机构|单位|关键词|链接|日期|发表|类别|分类)(?:信息|列表|单位|日期|时间)?(?:$|[\s:：/、与和])|^(?:title|authors?|keywords?|categor|publi|links?|abstract$)\b|^(?:原文|英文)摘要$|参考文献/,
  ],
  ['gist', /一句话|一段话|tl;? ?dr|速览|速读|太长不看|in one sentence|in a nutshell|at a glance/],
  ['translation', /翻译|译文|中译|translat/],
  [
    'impact',
    /为(?:什么|何).{0,12}(?:重要|有趣|值得|关注|有意义)|why .{0,30}matters?|^对.{1,24}(?:影响|启示|启发|意义|价值|重要性|趣味性)$/,
  ],
  [
    'problem',
    /(?:现有|已有|以往|以前|既有|传统|此前|当前|前人)[^与和及、/]{0,12}(?:局限|不足|痛点|缺陷|缺点|问题|瓶颈|短板)|(?:要|想|试图|旨在|希望|拟)(?:解决|回答|攻克)|解决(?:了|的)?(?:什么|哪些|何种)/,
  ],
  [
    'future',
    /(?:未|没有|待)解决的?(?:问题|挑战)|开放(?:性)?问题|改进(?:建议|方向|空间)|进一步(?:探索|研究|工作)|未来的?(?:挑战|问题)|open (?:question|problem|challenge)|next step/,
  ],
  ['limitations', /(?:存在|潜在|可能|遗留)的?(?:一些)?问题|有(?:何|什么|哪些)问题/],
  [
    'method',
    /(?:如何|怎么|怎样)(?:解决|实现|做|工作|运作)|解决(?:方案|方法|思路|办法|途径|之道)|问题(?:建模|形式化|表述)|(?:训练|优化|学习)(?:的)?(?:目标|任务)|目标函数|(?:方法|方法论|方法学|技术)(?:上|层面)?的?贡献|methodolog\w* contribution|proposed solution|how (?:it|they|the) .{0,20}works?/,
  ],
  [
    'results',
    /(?:对比|比较)(?:性)?实验|实验(?:对比|比较)|(?:性能|结果|效果|定量|定性)(?:的)?(?:对比|比较)|与.{0,12}(?:基线|sota).{0,6}(?:结果|性能)|用户(?:研究|调查)|user stud/,
  ],
  [
    'applications',
    /(?:相关|受益|适用|应用)(?:的)?(?:研究|应用|技术|学科)?领域|related (?:areas?|fields?)|(?:could|might|may|can|would) benefit|适用(?:的)?(?:任务|场景|范围|对象)|谁(?:能|会|可以|适合|应该)?用|适合(?:谁|哪些|什么)/,
  ],
  [
    'comparison',
    /相关(?:工作|研究|方法|文献)|related works?|prior work|有(?:什么|何|哪些)(?:本质)?(?:不同|区别|差异|异同)/,
  ],
  ['conclusion', /(?:综合|总体|整体)的?(?:评|结论)|overall assess/],
  ['guide', /学习(?:与|和|及|\/)?应用|learning (?:and|&) application|(?:如何|怎样|怎么)(?:使用|复现|应用)/],
];

/** Words of a title's head, most telling first: 方法的局限性 is about limits, 方法动机 about the problem. */
const WORDS: readonly (readonly [Part, RegExp])[] = [
  [
    'guide',
    /指南|复现|实操|实践(?!意义|价值|影响)|上手|开源|代码|可用性|资源|(?<!改进|研究|方向)建议|教程|guide|guidance|advice|reproduc|source code|code (?:and|&|avail)|recommendation/,
  ],
  [
    'limitations',
    /局限|限制|不足|缺点|缺陷|弱点|短板|缺憾|风险|失败|争议|质疑|隐患|代价|伦理|弊端|批判|边界条件|适用边界|limit|weakness|drawback|caveat|shortcoming|risk|failure|ethic|critique|\bcons\b/,
  ],
  ['future', /未来|展望|后续|下一步|将来|future|outlook|perspectives?/],
  ['comparison', /对比|比较|区别|差异|异同|不同之处|文献|compar|differen|versus|\bvs\b/],
  [
    'problem',
    /问题|动机|背景|出发点|驱动力|议题|课题|假设|挑战|目标|目的|痛点|难题|难点|任务|现状|缘起|引言|瓶颈|需求|problem|motivat|challenge|background|objective|\bgoals?\b|\baims?\b|question|introduction|\btask/,
  ],
  [
    'contribution',
    /贡献|亮点|主要观点|核心观点|核心论点|主张|contribution|highlight|main claim|novelty and contribution/,
  ],
  ['applications', /应用|受益|适用|场景|落地|用例|用途|部署|application|use cases?|beneficiar|deployment|usage/],
  [
    'impact',
    /影响|意义|价值|重要性|趣味性|启示|启发|潜力|前景|贡献度|impact|significan|implication|importan|relevance|\bvalue/,
  ],
  [
    'results',
    /结果|实验|性能|评估|评测|证据|发现|表现|验证|成果|效果|消融|测试|指标|量化|数值|成效|result|experiment|evaluat|finding|evidence|performance|ablation|benchmark|validation/,
  ],
  [
    'method',
    /方法|做法|方案|创新|技术|框架|模型|架构|机制|算法|路线|思路|设计|实现|流程|管线|原理|思想|理念|想法|洞察|新颖|范式|策略|训练|结构|理论|系统|步骤|细节|模块|pipeline|innovat|novel|approach|method|architect|framework|algorithm|design|technical|technique|core idea|key idea|mechanism|insight|implementation|theor|model|system/,
  ],
  [
    'conclusion',
    /总结|结论|结语|结束语|小结|总评|总体|整体评|综合点?评|总的来说|综述|归纳|收尾|总而言之|综上|conclu|summar|takeaway|final (?:thoughts?|words?|remarks?)|overall|closing|wrap/,
  ],
  [
    'gist',
    /摘要|概要|概述|概览|简介|简述|主要内容|核心内容|研究内容|提要|导语|要点|主旨|大意|abstract|overview|synopsis|brief/,
  ],
];

/** Words that count only when a title has no other. */
const WEAK: readonly (readonly [Part, RegExp])[] = [
  ['future', /方向|改进|扩展|拓展|direction|extension/],
  ['comparison', /优势|优点|长处|strength|advantage|\bpros\b/],
  ['method', /数据|创新性|data/],
  ['conclusion', /评价|assessment/],
  ['problem', /为什么|为何|缺口|\bwhy\b|\bgap\b/],
];

// How a heading says where its content comes from: 从摘要中可以推断出的局限性, 论文中提到的局限性.
const ORIGIN =
  /(?:(?:从|由|根据|基于|仅凭|就)?(?:该|本|这篇)?(?:论文|文章)?的?摘要(?:中|内容|来看)?(?:所)?(?:可以|可|能够?)?(?:被)?(?:推断|推测|看出|得出|推知|推导|获知|体现)(?:出来|出|而来|得出)?的?)|(?:论文|文章|作者|文中)(?:中)?(?:明确)?(?:所)?(?:提到|提及|指出|讨论|承认)过?的?|infer(?:r?able|red) from the abstract|(?:mentioned|discussed|stated) in the paper/g;
const NUMBER =
  /^(?:第[一二三四五六七八九十\d]{1,3}[部章节]分?|[（(]?(?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,4})[）)、.．:：])\s*/i;

// 摘要（中文译文）: here the brackets say more than the title.
const TRANSLATED = /(?:摘要|abstract)\s*[（(][^）)]*(?:翻译|译文|中译|translat)/;

/**
 * The role of a section, by the meaning of its title in Chinese or English; `other` when it tells nothing. Of a combined title
 * (局限性与未来方向) the first meaning counts, of a modified one (方法的局限性) the head.
 */
export function partOf(title: string): Part {
  let part = known.get(title);
  if (part === undefined) {
    part = findPart(title);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(title, part);
  }
  return part;
}

// Analyses share their titles, and these patterns are most of what a first report costs.
const known = new Map<string, Part>();
const MOST_KNOWN = 500;

function findPart(title: string): Part {
  const plain = title
    .slice(0, 200)
    .replace(/[*_`#"“”《》]/g, '')
    .trim()
    .toLowerCase()
    .replace(NUMBER, '')
    .replace(ORIGIN, '');
  const outside = plain.replace(/[（(【[][^）)】\]]*[）)】\]]/g, ' ').trim();
  if (TRANSLATED.test(plain)) return 'translation';
  return (outside === '' ? null : meaningOf(outside)) ?? meaningOf(plain) ?? 'other';
}

/** The meaning of the first member that has one; weak words count only when no member has another. */
function meaningOf(title: string): Part | null {
  const phrases = PHRASES.flatMap(([part, words]) => {
    const found = words.exec(title);
    return found ? [{ part, at: found.index }] : [];
  });
  for (const words of [WORDS, WEAK]) {
    let end = 0;
    for (const member of title.split(SEPARATOR)) {
      end += member.length;
      const limit = end;
      const phrase = phrases.find(({ at }) => at <= limit);
      if (phrase) return phrase.part;
      const found = words.find(([, pattern]) => pattern.test(member));
      if (found) return found[0];
    }
  }
  return null;
}

// With the separators kept, so that the places of members are known.
const SEPARATOR = /(以及|[与和及或、/／&，,;；：:|—–]| and | or | - )/;
