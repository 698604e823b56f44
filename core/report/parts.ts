import type { Part } from '../paper';

type Words = readonly (readonly [Part, RegExp])[];

/** Wordings that say what a section is whatever else stands in the title. The first that fits counts. */
const PHRASES: Words = [
  [
    'other',
    /^(?:论文|文章)?(?:基本)?(?:题目|标题|名称|作者|机构|单位|关键词|链接|日期|发表|类别|分类)(?:信息|列表|单位|日期|时间|简介|资料|介绍)?(?:$|[\s:：/、与和（(])|^(?:title|authors?|keywords?|categor|publi|links?|abstract$)\b|^(?:原文|英文|原始)摘要(?:$|[（(:：])|^(?:论文)?基本(?:信息|资料)|参考文献|引用格式|^术语/,
  ],
  ['contribution', /^(?:论文|本文|主要|核心)*的?贡献.{0,6}(?:一句话|一段话)/],
  [
    'gist',
    /[一两二三几\d]句话|一段话|[读看]懂|(?<!贡献)一览|tl;? ?dr|速览|速读|太长不看|in one sentence|in a nutshell|at a glance|^(?:这|本|该)篇?(?:论文|文章|文)?(?:主要|到底|究竟)?(?:在)?(?:讲|说)(?:了|的是)?(?:什么|啥)|what (?:is )?(?:this|the) paper (?:is )?about/,
  ],
  ['translation', /翻译|译文|[中全直汉]译|译[为成]中文|中文(?:版|对照)|translat|chinese version/],
  [
    'impact',
    /为(?:什么|何).{0,12}(?:重要|有趣|有意思|值得|关注|有意义)|why .{0,30}(?:matters?|care)|^so what|(?:[给为对].{1,12}|可能|会)带来|领域的?贡献|^对.{1,24}(?:影响|启示|启发|意义|价值|重要性|趣味性|作用)$/,
  ],
  [
    'problem',
    /(?:现有|已有|以往|以前|既有|传统|此前|当前|前人)[^与和及、/]{0,12}(?:局限|不足|痛点|缺陷|缺点|问题|瓶颈|短板)|(?:要|想|试图|旨在|希望|拟)(?:解决|回答|攻克)|解决(?:了|的)?(?:什么|哪些|何种)|(?<![有尚])待解决的|为(?:什么|何)(?:要|会|需要)?(?:提出|引入|设计|做|研究|需要)|为(?:什么|何)[^：:]{0,12}(?:失败|失效|不够|不行|困难|很?难)|what .{0,24}(?:trying|aim|tackle|solve|address)|pain points?|research gap/,
  ],
  [
    'future',
    /(?:未|没有|有待|尚待)解决的?(?:问题|挑战)|开放(?:性)?问题|改进(?:建议|方向|空间)|进一步(?:探索|研究|工作)|未来的?(?:挑战|问题)|继续(?:深挖|研究|探索|做)|还(?:能|可以)(?:做|怎么)|open (?:question|problem|challenge)|next step|(?:what(?:'s| is| comes)|where) .{0,30}(?:next|from here)/,
  ],
  [
    'limitations',
    /(?:存在|潜在|可能|遗留)的?(?:一些)?问题|没有?(?:被)?(?:覆盖|涉及|考虑|讨论|回答|验证)|有(?:何|什么|哪些)问题/,
  ],
  [
    'method',
    /(?:如何|怎么|怎样)(?:解决|实现|做|工作|运作)|解决(?:方案|方法|思路|办法|途径|之道)|问题(?:建模|形式化|表述)|(?:训练|优化|学习)(?:的)?(?:目标|任务)|目标函数|(?:方法|方法论|方法学|技术)(?:上|层面)?的?(?:贡献|亮点)|methodolog\w* contribution|proposed solution|how (?:it|they|the|does|do) .{0,20}works?|what(?:'s| is) (?:new|novel)|training objective|loss function/,
  ],
  [
    'results',
    /(?:对比|比较)(?:性)?实验|实验(?:对比|比较)|(?:性能|结果|效果|定量|定性)(?:的)?(?:对比|比较)|与.{0,12}(?:基线|sota).{0,6}(?:结果|性能)|用户(?:研究|调查)|user stud|what .{0,16}(?:find|found|show)|how (?:well|good)/,
  ],
  [
    'applications',
    /(?:相关|受益|适用|应用)(?:的)?(?:研究|应用|技术|学科)?领域|related (?:areas?|fields?)|(?:could|might|may|can|would) benefit|适用(?:的)?(?:任务|场景|范围|对象)|谁(?:能|会|可以|适合|应该)?用|适合(?:谁|哪些|什么|用)|用在(?:哪|何处|什么)|受益|获益|(?:哪些|什么|何种)(?:领域|行业|任务|场景|人).{0,6}用|downstream/,
  ],
  [
    'comparison',
    /相关(?:工作|研究|方法|文献)|related works?|prior work|有(?:什么|何|哪些)(?:本质)?(?:不同|区别|差异|异同)|[与和跟同].{1,16}(?:相比|不同|区别|差异|差别|差在|不一样|(?<!对)比(?:[，,]|起|$))|[好强]在哪|compared (?:with|to)|relation to/,
  ],
  ['conclusion', /(?:综合|总体|整体)的?(?:评|结论)|overall assess/],
  [
    'guide',
    /学习(?:与|和|及|\/)?应用|learning (?:and|&) application|(?:如何|怎样|怎么)(?:使用|复现|应用|用)|^.{1,16}(?:指南|手册)[:：]?$|how to (?:use|reproduce|apply)|getting started/,
  ],
  ['contribution', /what .{0,24}contribut|贡献(?:了|的是)什么/],
];

/** Words of a title's head, most telling first: 方法的局限性 is about limits, 方法动机 about the problem. */
const WORDS: Words = [
  [
    'guide',
    /指南|复现|实操|实践(?!意义|价值|影响)|上手|开源|代码|可用性|资源|(?<!改进|研究|方向)建议|教程|手册|动手|复用|注意事项|超参|踩坑|guide|guidance|advice|reproduc|source code|code (?:and|&|avail)|recommendation|\btips\b|checklist|hands-on/,
  ],
  [
    'limitations',
    /局限|限制|不足|缺点|缺陷|弱点|短板|缺憾|风险|失败|争议|质疑|隐患|代价|伦理|弊端|批判|边界条件|适用边界|未能|尚未|未(?:覆盖|涉及|考虑|讨论|验证)|盲区|软肋|隐忧|欠缺|漏洞|存疑|不够|做不到|limit|weakness|drawback|caveat|shortcoming|risk|failure|ethic|critique|\bcons\b|falls? short|blind spot|downside|pitfall|concern/,
  ],
  ['future', /未来|展望|后续|下一步|将来|今后|接下来|前瞻|深挖|future|outlook|perspectives?/],
  [
    'comparison',
    /对比|比较|相比|区别|差异|差别|异同|不同之处|横评|优劣|对照|同类|文献|compar|contrast|differ|versus|\bvs\b/,
  ],
  [
    'problem',
    /问题|动机|背景|出发点|驱动力|议题|课题|假设|挑战|目标|目的|痛点|难题|难点|任务|现状|缘起|引言|瓶颈|需求|难关|由来|初衷|症结|缘由|problem|motivat|challenge|background|objective|\bgoals?\b|\baims?\b|question|introduction|\btask/,
  ],
  [
    'contribution',
    /贡献|亮点|主要观点|核心观点|核心论点|主张|contribution|highlight|main claim|novelty and contribution/,
  ],
  [
    'applications',
    /应用|受益|获益|惠及|适用|场景|落地|用例|用途|用处|用武之地|行业(?!影响)|部署|application|use cases?|beneficiar|deployment|usage|\buses\b/,
  ],
  [
    'impact',
    /影响|意义|价值|重要性|趣味性|启示|启发|潜力|前景|贡献度|推动|impact|significan|implication|importan|relevance|\bvalue/,
  ],
  [
    'results',
    /结果|实验|性能|评估|评测|证据|发现|表现|验证|成果|效果|消融|测试|指标|量化|数值|成效|成绩|跑分|得分|实测|result|experiment|evaluat|finding|evidence|performance|ablation|benchmark|validation/,
  ],
  [
    'method',
    /方法|做法|方案|创新|技术|框架|模型|架构|机制|算法|路线|思路|设计|实现|流程|管线|原理|思想|理念|想法|洞察|新颖|范式|策略|训练|结构|理论|系统|步骤|细节|模块|pipeline|innovat|novel|approach|method|architect|framework|algorithm|design|technical|technique|core idea|key idea|mechanism|insight|implementation|theor|model|system/,
  ],
  [
    'conclusion',
    /总结|结论|结语|结束语|小结|总评|总体|整体评|综合点?评|总的来说|综述|归纳|收尾|总而言之|综上|写在最后|收束|最后的话|结尾|尾声|conclu|summar|takeaway|final (?:thoughts?|words?|remarks?)|overall|closing|wrap|bottom line|recap|verdict/,
  ],
  [
    'gist',
    /摘要|概要|概述|概览|简介|简述|主要内容|核心内容|研究内容|提要|导语|要点|主旨|要旨|要义|大意|精要|abstract|overview|synopsis|brief|gist|quick/,
  ],
];

/** Words that count only when a title has no other. */
const WEAK: Words = [
  ['future', /方向|改进|扩展|拓展|direction|extension/],
  ['comparison', /优势|优点|长处|strength|advantage|\bpros\b/],
  ['method', /数据|创新性|data/],
  ['conclusion', /评价|assessment/],
  ['problem', /为什么|为何|缺口|\bwhy\b|\bgap\b/],
];

/** Words that say what a section is about, and that as many sub-headings and list items have: nothing is divided by them. */
const FAINT: Words = [
  [
    'method',
    /编码|解码|网络|推理|损失|公式|优化|学习|推导|拆解|剖析|解析|构建|先验|\bhow\b|recipe|module|component|encoder|decoder|network|training|inference|formulation/,
  ],
  ['results', /提升|精度|准确率|速度|效率|案例|可视化|score|accuracy|numbers|gains?/],
];

// How a heading says where its content comes from: 从摘要中可以推断出的局限性, 论文中提到的局限性.
const ORIGIN =
  /(?:(?:从|由|根据|基于|仅凭|就)?(?:该|本|这篇)?(?:论文|文章)?的?摘要(?:中|内容|来看)?(?:所)?(?:可以|可|能够?)?(?:被)?(?:推断|推测|看出|得出|推知|推导|获知|体现)(?:出来|出|而来|得出)?的?)|(?:论文|文章|作者|文中)(?:中)?(?:明确)?(?:所)?(?:提到|提及|指出|讨论|承认)过?的?|infer(?:r?able|red) from the abstract|(?:mentioned|discussed|stated) in the paper/g;
const NUMBER =
  /^(?:第[一二三四五六七八九十\d]{1,3}[部章节]分?[:：]?|[①-⑳ⅰ-ⅻ][.、:：]?|(?:q|part|section|问题)\s*\d{1,2}[:：.、]|[【（(]?(?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,4})[】）)、.．:：]|\d{1,2}(?:\.\d{1,2})+\s)\s*/i;

// 摘要（中文译文）: here the brackets say more than the title.
const TRANSLATED = /(?:摘要|abstract)\s*[（(][^）)]*(?:翻译|译文|中译|translat)/;

/**
 * The role of a section, by the meaning of its title in Chinese or English; `other` when it tells nothing. Of a combined title
 * (局限性与未来方向) the first meaning counts, of a modified one (方法的局限性) the head.
 */
export function partOf(title: string): Part {
  return dividingPartOf(title) ?? meaningOf(withoutBrackets(plainTitle(title)), [FAINT]) ?? 'other';
}

/** Like `partOf`, but null where a title tells too little to take it for a section's. */
export function dividingPartOf(title: string): Part | null {
  let part = known.get(title);
  if (part === undefined) {
    part = findPart(title);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(title, part);
  }
  return part === 'other' ? null : part;
}

// Analyses share their titles, and these patterns are most of what a first report costs.
const known = new Map<string, Part>();
const MOST_KNOWN = 500;

function findPart(title: string): Part {
  const plain = plainTitle(title);
  const outside = withoutBrackets(plain);
  if (TRANSLATED.test(plain)) return 'translation';
  return (outside === '' ? null : meaningOf(outside, TELLING)) ?? meaningOf(plain, TELLING) ?? 'other';
}

/** In lower case, without marks, number, and where its content comes from. */
function plainTitle(title: string): string {
  return title
    .slice(0, 200)
    .replace(/[*_`#"“”《》]/g, '')
    .trim()
    .toLowerCase()
    .replace(NUMBER, '')
    .replace(ORIGIN, '');
}

function withoutBrackets(title: string): string {
  return title.replace(/[（(【[][^）)】\]]*[）)】\]]/g, ' ').trim();
}

const TELLING = [WORDS, WEAK];

/** The meaning of the first member that has one; weaker words count only when no member has another. */
function meaningOf(title: string, vocabularies: readonly Words[]): Part | null {
  const phrases = PHRASES.flatMap(([part, words]) => {
    const found = words.exec(title);
    return found ? [{ part, at: found.index }] : [];
  });
  for (const words of vocabularies) {
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
