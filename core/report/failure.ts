import { findHeadings } from './headings';

// 请提供您希望我分析的论文, 请您上传 PDF, please provide the paper.
const REQUEST =
  /请(?:您|你)?(?:先|再|直接|重新)?(?:将|把)?[^。\n]{0,30}(?:提供|上传|粘贴|发送|发给|分享|补充|告诉我)|(?:需要|只要)(?:您|你)提供|(?:please|you(?:'d| would)?(?: need to)?) (?:provide|share|upload|paste|send|attach)/;
const PAPER = /论文|文章|全文|原文|正文|摘要|文本|内容|pdf|链接|标题|信息|paper|abstract|article|text|document|content/;
const REFUSAL =
  /^(?:\*\*)?(?:抱歉|很抱歉|非常抱歉|对不起|遗憾|很遗憾|我无法|由于(?:我|您|你)?(?:没有|未|无法)|(?:分析|解读|生成|摘要生成|总结)失败|错误[:：]|error\b|analysis (?:failed|unavailable)|summary generation failed|motivation analysis unavailable|method extraction failed|result analysis unavailable|conclusion extraction failed|processing failed|i'm sorry|i am sorry|i cannot|i can't|unfortunately)/;
const PLACEHOLDER =
  /^[[【（(<{].*[\]】）)>}]$|^(?:待|无$|暂无|略|等待|n\/a|tbd|…+$|\.{3,}$)|[?？]$|(?:在此|此处|这里)(?:填写|插入|输入|补充)/;

/** More text than this, apart from request and skeleton, is an analysis whatever else it says. */
const ENOUGH = 300;

/**
 * Whether a text in the place of an analysis is none: its model had no paper and asks for it (at times above a skeleton of
 * empty headings), or reports an error. A real analysis that uses such words has text of its own and is not taken.
 */
export function isFailure(markdown: string): boolean {
  // Patterns that ignore case are slow to compile where they have Chinese.
  const text = markdown.slice(0, 20_000).toLowerCase();
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const opening = paragraphs.slice(0, Math.max(1, Math.min(3, paragraphs.length - 1))).join('\n');
  const closing = paragraphs.at(-1) ?? '';
  const asksFirst = asks(opening);
  const isRefusal = REFUSAL.test(text.trimStart());
  if (!isRefusal && !asksFirst && !(paragraphs.length <= 8 && asks(closing))) return false;
  return substance(text) < (asksFirst && !isRefusal ? ENOUGH : ENOUGH / 2);
}

/** Whether a passage asks its reader for the paper; what it quotes, such as a prompt, asks nobody. */
function asks(passage: string): boolean {
  const said = passage.replace(/“[^”]{0,200}”|"[^"\n]{0,200}"|「[^」]{0,200}」/g, '');
  return REQUEST.test(said) && PAPER.test(said);
}

/** Characters that say something: no heading, no placeholder, no sentence about what is asked for or will be done. */
function substance(text: string): number {
  const lines = text.split('\n');
  const headings = new Map(findHeadings(lines).map((heading) => [heading.line, heading]));
  let size = 0;
  for (const [at, line] of lines.entries()) {
    const heading = headings.get(at);
    const body = (heading ? heading.rest : line).replace(/^[\s>*+-]+|\*\*/g, '').trim();
    if (body === '' || PLACEHOLDER.test(body)) continue;
    for (const sentence of body.split(/[。！；!]|\. /)) {
      const said = sentence.trim();
      if (!asks(said) && !ABOUT_TASK.test(said) && !INSTRUCTION.test(said)) size += said.length;
    }
  }
  return size;
}

// What the skeleton of an analysis tells its writer to do: 描述各模块的功能与作用.
const INSTRUCTION =
  /^(?:[^：:]{1,16}[：:]\s*)?(?:请|提供|描述|解释|说明|分析|概括|列出|指出|明确|总结|阐述|介绍|评估|讨论|给出|具体(?:指出|说明|描述)|用[^。]{0,10}语言|作者(?:为什么|如何|怎样)|与现有[^。]{0,20}(?:不同|区别)|(?:论文|代码|数据集)是否|(?:将|把)[^。]{0,20}(?:翻译|总结|概括)|(?:describe|explain|summarize|list|provide|discuss)\b)/;

const ABOUT_TASK =
  /^(?:好的|当然|没问题|您好|你好|收到|我(?:已经?)?(?:准备好|将|会|可以|需要|无法|没有|明白|理解|很乐意|很高兴)|一旦(?:您|你|收到)|收到(?:论文|您)|(?:在)?(?:您|你)提供|为了(?:能)?(?:给您|为您|让我|更好)|以便|由于|抱歉|很抱歉|非常抱歉|对不起|期待|等待|谢谢|感谢|once|okay|sure|i (?:will|can|need|am|don't))/;
