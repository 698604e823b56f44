import { findHeadings, type Heading } from './headings';

// 请提供您希望我分析的论文, 请您上传 PDF, please provide the paper; not 请提供者.
const REQUEST =
  /请(?:您|你)?(?:先|再|直接|重新)?(?:将|把)?[^。\n]{0,30}(?:提供(?![者商方了])|上传|粘贴|发送|发给|分享|补充|告诉我)|(?:需要|只要)(?:您|你)提供|(?:please|you(?:'d| would)?(?: need to)?|need you to) (?:provide|share|upload|paste|send|attach)/;
const PAPER = /论文|文章|全文|原文|正文|摘要|文本|内容|pdf|链接|标题|信息|paper|abstract|article|text|document|content/;

// 抱歉，… is said to somebody; 抱歉类回复 is what a paper is about.
const REFUSAL =
  /^(?:(?:非常|很)?抱歉[，,。！!]|(?:我)?(?:很)?(?:对不起|遗憾)[，,。！!]|我(?:暂时)?(?:无法|不能|没有办法)|由于(?:我|您|你)?(?:没有|未|无法)(?!们)[^。\n]{0,40}(?:无法|不能)[^。\n]{0,12}(?:分析|解读|总结|摘要|评价|撰写)|作为(?:一个|一名)?[^。\n]{0,12}(?:语言模型|人工智能|ai)[^。\n]{0,8}(?:无法|不能)|(?:i'm|i am) sorry|i (?:cannot|can't|am unable to|could not|couldn't) (?:access|open|read|view|find|locate|see|process|analy[sz]e|summari[sz]e|provide)|as an ai\b[^.\n]{0,40}(?:unable|cannot|can't|don't)|unfortunately[^.\n]{0,80}(?:empty|missing|unable|cannot|can't|not (?:provided|attached|available|accessible)))/;
const ERROR =
  /^(?:(?:论文|摘要|解读|分析|总结|内容)?(?:分析|解读|生成|总结|处理|获取|请求)失败(?:$|[，,。：:！!])|(?:无法|未能)(?:生成|获取|完成)(?:论文)?(?:分析|解读|摘要|总结)|错误[:：]|error(?:$|\s*[:：]|\s+code\b)|(?:analysis|generation|request) (?:failed|unavailable)|failed to (?:generate|analy[sz]e|fetch|summari[sz]e|process)|(?:summary generation|method extraction|conclusion extraction|processing) failed|(?:motivation|result) analysis unavailable)/;
const PLACEHOLDER =
  /^[[【（(<{].*[\]】）)>}]$|^(?:待(?:补充|填写|定|完善|更新)?|无|略|暂无.{0,8}|等待.{0,8}|n\/a|none|null|tbd|todo)[。.]?$|^(?:…+|\.{3,})$|[?？]$|(?:在此|此处|这里)(?:处)?(?:填写|插入|输入|补充)/;

/** More text than this, apart from request and skeleton, is an analysis whatever else it says. */
const ENOUGH = 300;

/**
 * Whether a text in the place of an analysis is none: its model had no paper and asks for it (at times above a skeleton of
 * empty headings), it cannot or would not, a program failed, or the skeleton is all there is. A real analysis that uses such
 * words has text of its own and is not taken.
 */
export function isFailure(markdown: string): boolean {
  // Patterns that ignore case are slow to compile where they have Chinese.
  const text = markdown.slice(0, 20_000).toLowerCase();
  if (text.trim() === '') return false;
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const lines = text.split('\n');
  const headings = findHeadings(lines);
  if (isEmpty(lines, headings)) return true;
  const opening = paragraphs.slice(0, Math.max(1, Math.min(3, paragraphs.length - 1))).join('\n');
  const closing = paragraphs.at(-1) ?? '';
  const asksFirst = asks(opening);
  const start = text.replace(/^[\s*]+/, '');
  const isRefusal = REFUSAL.test(start) || ERROR.test(start);
  if (!isRefusal && !asksFirst && !(paragraphs.length <= 8 && asks(closing))) return false;
  return substance(lines, headings, true) < (asksFirst && !isRefusal ? ENOUGH : ENOUGH / 2);
}

/** Whether nothing is said at all: headings alone, with placeholders or with what should be written below them. */
function isEmpty(lines: readonly string[], headings: readonly Heading[]): boolean {
  const isSkeleton = headings.length >= 2;
  const said = headings.reduce((size, { title }) => size + behindColon(title).length, 0);
  return said === 0 && substance(lines, headings, isSkeleton) <= (isSkeleton ? headings.length : 0);
}

/** **1. 方法：两级记忆**: what a title says beyond its name. */
function behindColon(title: string): string {
  return /[:：](.+)$/.exec(title)?.[1]?.trim() ?? '';
}

/** Whether a passage asks its reader for the paper; what it quotes, such as a prompt, asks nobody. */
function asks(passage: string): boolean {
  const said = passage.replace(/“[^”]{0,200}”|"[^"\n]{0,200}"|「[^」]{0,200}」/g, '');
  return REQUEST.test(said) && PAPER.test(said);
}

/** Characters that say something: no heading, no placeholder, no sentence about what is asked for or will be done. */
function substance(lines: readonly string[], found: readonly Heading[], skeleton: boolean): number {
  const headings = new Map(found.map((heading) => [heading.line, heading]));
  let size = 0;
  for (const [at, line] of lines.entries()) {
    const heading = headings.get(at);
    const body = (heading ? heading.rest : line).replace(/^[\s>*+-]+|\*\*/g, '').trim();
    if (body === '' || PLACEHOLDER.test(body)) continue;
    for (const sentence of body.split(/[。！；!]|\. /)) {
      const said = sentence.trim();
      if (!asks(said) && !ABOUT_TASK.test(said) && !(skeleton && INSTRUCTION.test(said))) size += said.length;
    }
  }
  return size;
}

// What the skeleton of an analysis tells its writer to do: 描述各模块的功能与作用; 描述了 says what was done.
const INSTRUCTION =
  /^(?:[^：:]{1,16}[：:]\s*)?(?:请|(?:提供|描述|解释|说明|分析|概括|列出|指出|明确|总结|阐述|介绍|评估|讨论|给出)(?![了着过]|出了)|具体(?:指出|说明|描述)|用[^。]{0,10}(?:语言|话)|作者(?:为什么|如何|怎样)|与现有[^。]{0,20}(?:不同|区别)|(?:论文|代码|数据集)是否|(?:将|把)[^。]{0,20}(?:翻译|总结|概括)|(?:describe|explain|summarize|list|provide|discuss)\b)/;

const ABOUT_TASK =
  /^(?:好的(?:$|[，,：:])|当然(?:可以)?(?:$|[，,])|没问题|您好|你好|我(?:已经?)?(?:准备好|将|会|可以|需要|无法|没有|明白|理解|很乐意|很高兴)|一旦(?:您|你|收到)|收到(?:$|[，,]|论文|您|后)|(?:在)?(?:您|你)提供|为了(?:能)?(?:更好地?)?(?:给您|为您|帮您|帮助您|让我|理解您)|以便|由于(?:您|你|我(?!们))|由于(?:没有|未|无法)[^。]{0,30}(?:论文|文章|全文|正文|pdf|链接)|(?:(?:非常|很)?抱歉|对不起)(?:$|[，,])|(?:期待|等待|谢谢|感谢)[^。]{0,6}(?:您|你)|once|okay|sure|i (?:will|can|need|am|don't)\s)/;
