import { cutAtClause, splitSentences } from './sentences';

export const CLOSING_OPENER =
  /^(?:总而言之|总的来说|总的来看|总的看来|总体来说|总体而言|总体来看|总体上看?|整体而言|整体来看|整体来说|总之|综上所述|综上|概括来说|概括而言|概括地说|概言之|简而言之|简言之|简单来说|一言以蔽之|归纳起来|总结来说|总结而言|总结起来|总结|一句话总结|In summary|In conclusion|To summari[sz]e|Overall)[，,：:。\s]+/i;
const LINKING =
  /^(?:为了?(?:解决|克服|应对)(?:上述|这些|这一|该|此类)[^，]{0,10}，|为此，|针对(?:上述|这些|这一)[^，]{0,8}，|具体(?:来说|而言|地说)，|首先，|其中，|此外，|因此，|同时，|最终，|然而，)/;

const PAPER =
  '(?:(?:本|这篇|这份|该|此|这项|这个|本篇|这一)(?:综述性)?(?:论文|文章|研究|工作|文|研究工作|项研究|项工作)|论文|作者(?:们|团队)?|研究(?:者|人员|团队)们?)';
const AIM =
  '(?:最?(?:核心|主要|关键|重要|根本)的?)?(?:研究)?(?:目标|目的|贡献|创新点?|价值|亮点|思想|问题|意义|任务)(?:主要)?(?:在于|是|为|：|:)(?:要)?';
const VERB =
  '提出|旨在|通过|针对|成功|系统|首次|首先|介绍|引入|设计|构建|开发|研究|探讨|探索|展示|证明|利用|采用|将|以|在|围绕|聚焦|致力|主要|关注|解决|试图|希望|巧妙|创新|进一步|有效|从|为|对|基于|结合|不仅|重新|显著|揭示|识别|深入|全面|明确|指出|把|给出|提供|实现|发布|推出|建立|借助|观察|发现|认为|强调|核心|则|还|也|并';
const SUBJECT = new RegExp(
  `^${PAPER}(?:[（(][^）)]{0,40}[）)])?(?:中)?(?:的?${AIM}|(?=${VERB})|(?:是)(?=一[篇项个种份]))`,
);
const PROBLEM_VERB =
  /^(?:主要)?(?:旨在|致力于|试图|着力|希望|着手|关注|聚焦于?|研究的?是?)?(?:要)?(?:解决|应对|克服|攻克|处理)(?:了|的是)?(?=[^，。]{6})/;
const AIMS_AT = /^(?:主要)?(?:旨在|致力于|试图)(?=[^，。]{4})/;
const GENERIC_LABEL =
  /^[^，。：]{0,30}(?:长期存在|核心|关键|根本|重要|基本)[^，。：]{0,10}(?:难题|挑战|问题|瓶颈)(?:是|为)?[：:]/;
const SUCCESS = /^成功地?(?=提出|解决|构建|设计|实现|开发|将)/;
/** A problem named in the middle of a sentence: `旨在通过…来解决数据稀缺问题`. */
const SOLVES =
  /(?:解决|应对|克服|缓解|攻克)了?([^，。；]{8,}?(?:问题|挑战|难题|瓶颈|局限性|局限|不足|困难))(?=[，。；]|$)/;
const EMPTY_METHOD =
  /^提出了?一[种个项](?:新颖|创新|全新|新|有效|简单而有效)的?(?:方法|框架|思路|方案)，(?=通过|将|利用|把)/;

/** A closing sentence without its opener: `总而言之，这篇论文提出了…` reads `提出了…`. */
export function withoutOpener(sentence: string): string {
  let text = sentence.replace(CLOSING_OPENER, '').trimStart();
  text = text
    .replace(LINKING, '')
    .replace(SUBJECT, '')
    .replace(/^[，：:]\s*/, '')
    .replace(SUCCESS, '');
  return text === '' ? sentence : text;
}

/** One sentence as a gist. */
export function toGist(sentence: string): string {
  const text = withoutOpener(sentence).replace(EMPTY_METHOD, '').replace(AIMS_AT, '');
  return finish(text.length > 120 ? cutAtClause(text, 100) : text);
}

/** One sentence as a line under 问题, 方法 or 结果: without the words that only say which of them it is. */
export function toLine(sentence: string, isProblem: boolean): string {
  let text = withoutOpener(sentence);
  if (isProblem) {
    text = text.replace(PROBLEM_VERB, '');
    const label = GENERIC_LABEL.exec(text)?.[0];
    if (label !== undefined && text.length - label.length >= 12) text = text.slice(label.length).trimStart();
  }
  text = withoutAsides(text.replace(AIMS_AT, ''));
  return finish(text.length > 130 ? cutAtClause(text, 120) : text);
}

const INTRODUCES =
  /(?:包括|如下|以下|在于|体现在|表明|显示|可以探索|推断出?|方面|贡献|创新点?|结论|性能|结果|方向|局限性?|关注|集成了|组成|分为)[^，。：]{0,8}[：:]$/;
const SAYS_NOTHING =
  /^(?:这|该|此|它|其)(?:项|个|种|一|篇)?[^，。]{0,10}(?:是|为)[^，。]{0,16}(?:核心|关键|主要|重要)?(?:创新|贡献|亮点|特点|所在)[^，。]{0,4}[。.]?$/;

/**
 * A sentence worth a line, or null: sentences that only announce a list (`其核心创新包括：`) lose their last clause or say
 * nothing at all.
 */
export function informativePart(sentence: string): string | null {
  let text = sentence.trim();
  if (/[：:]$/.test(text)) {
    const clauses = text.split(/(?<=，)/);
    const isList = INTRODUCES.test(text) || clauses.length > 1;
    if (!isList && text.length < 12) return null;
    clauses.pop();
    text = clauses.join('').replace(/，$/, '');
    if (text !== '') text = `${text}。`;
  }
  const bare = text.replace(LINKING, '');
  if (bare.length < 12 || SAYS_NOTHING.test(bare)) return null;
  return bare;
}

/** The informative sentences of a text, in order. */
export function informativeSentences(text: string): string[] {
  return splitSentences(text).flatMap((sentence) => informativePart(sentence) ?? []);
}

/** The problem that a sentence says it solves, or null. */
export function solvedProblem(sentence: string): string | null {
  const found = SOLVES.exec(sentence)?.[1];
  return found === undefined ? null : finish(found);
}

/** What stands in brackets goes, the longest first, until the line has a line's length. */
function withoutAsides(text: string): string {
  let line = text;
  const asides = (line.match(/（[^（）]{8,}）| ?\((?:[^()]|\([^()]*\)){8,}\)/g) ?? []).toSorted(
    (one, other) => other.length - one.length,
  );
  for (const aside of asides) {
    if (line.length <= 80) break;
    line = line.replace(aside, '');
  }
  return line;
}

function finish(text: string): string {
  const line = text
    .trim()
    // Blanks around emphasis are no blanks of Chinese.
    .replace(/([\u3400-\u9FFF，。：；、]) +(?=[\u3400-\u9FFF])/g, '$1')
    .replace(/[，、；：,;:]+$/, '');
  return line === '' || /[。！？!?…」”.]$/.test(line) ? line : `${line}。`;
}
