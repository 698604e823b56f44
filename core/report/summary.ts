import type { Summary } from '../paper';
import type { Meaning } from './main-headings';
import { cutText } from './sections';

/** What sections of an executive summary are about; each may stand in other words. */
const MEANINGS: readonly (readonly [string, RegExp])[] = [
  ['reading', /推荐|建议|必读|值得(?:阅读|精读)|阅读|read/i],
  ['emerging', /新兴|前沿|方向|技术|emerging|direction|technique/i],
  ['notable', /创新|显著|突出|亮点|重点|代表性|值得关注|notable|significant|innovative|highlight/i],
  ['themes', /主题|趋势|概览|概述|概况|总览|热点|theme|trend|overview/i],
  ['closing', /总结|结论|展望|结语|conclusion|outlook/i],
];
const meaning: Meaning = (title) => MEANINGS.find(([, words]) => words.test(title))?.[0] ?? null;

// What a day without papers honestly says in a line or two.
const NOTHING_NEW =
  /(?:没有|暂无|未|无)(?:有|任何|发布|发现|收录|找到|检索到|抓取到|更新)*(?:新的?|可用的?|符合[^。]{0,10}的|任何|相关的?)*(?:论文|文章|公告|更新|内容)|(?:周末|节假日)[^。]{0,12}(?:不|无|没|未|休)|no (?:new |matching )*(?:papers?|articles?|submissions?|announcements?|updates?)\b|nothing new/i;
// Such a word in front of a template or an example does not make it honest.
const MADE_UP = /[[【][^\]】]*[\]】]|X{2}|论文\s*[A-Z甲乙]|示例|模板|假设|虚构|例如|占位|example|template|placeholder/i;

/** Reads the summary of a day with so many papers; null without a text. Without papers its model had nothing to sum up. */
export function readSummary(markdown: string, papers: number): Summary | null {
  if (markdown === '') return null;
  const sections = cutText(markdown, meaning).map(({ title, markdown: text }) => ({ title, markdown: text }));
  const isHonest = markdown.length < 200 && NOTHING_NEW.test(markdown) && !MADE_UP.test(markdown);
  return { markdown, sections, invented: papers === 0 && !isHonest };
}
