import type { Basis, Section } from '../paper';

const FROM_ABSTRACT =
  /摘要.{0,8}(?:推断|推测|看出|得出|推知)|(?:推断|推测).{0,8}摘要|infer\w*.{0,24}abstract|abstract.{0,24}infer/i;
// Prose that says it has read an abstract only; 对论文…的全面摘要 names what the text is, not what it rests on.
const ABOUT_ABSTRACT =
  /(?:仅|只|仅仅)(?:根据|基于|凭|依据|有|能|提供了?)[^。\n]{0,10}摘要|(?:对|根据|基于|从)(?:这篇|该|此|本|这份|您提供的|提供的|所提供的)?(?:论文|文章)?的?摘要(?:内容|信息)?(?:进行|的(?:分析|内容|信息)|，|,|来看|中|可以)|摘要(?:中)?(?:并)?(?:未|没有|没)(?:有)?(?:明确|详细|具体)?(?:提及|提到|说明|给出|涉及|指出|阐述)|based (?:only |solely )?on (?:the|this) abstract|the abstract does not/i;

/**
 * What an analysis rests on, judging by its form: the sections an abstract allows (contribution, impact, related areas, limits
 * inferred), or those that only the paper's text does. Prose counts by figures that the abstract does not have.
 */
export function guessBasis(markdown: string, sections: readonly Section[], abstract: string): Basis {
  if (sections.some(({ title }) => FROM_ABSTRACT.test(title))) return 'abstract';
  const parts = new Set(sections.filter(({ title }) => title !== '').map(({ part }) => part));
  const fromText = (['problem', 'method', 'results', 'limitations', 'future', 'comparison', 'guide'] as const).filter(
    (part) => parts.has(part),
  ).length;
  if (parts.has('applications') && parts.has('impact') && !parts.has('results')) return 'abstract';
  if (!parts.has('results') && ABOUT_ABSTRACT.test(markdown.slice(0, 20_000))) return 'abstract';
  if (fromText >= 3 || (fromText >= 2 && parts.has('results'))) return 'full';
  return ownFigures(markdown, abstract) >= 4 ? 'full' : 'unknown';
}

/** How many different decimal or percent figures a text has that its abstract does not. */
function ownFigures(markdown: string, abstract: string): number {
  const known = new Set(figures(abstract));
  return new Set(figures(markdown.slice(0, 50_000)).filter((figure) => !known.has(figure))).size;
}
function figures(text: string): string[] {
  return text.match(/\d{1,9}\.\d{1,4}|\d{1,9}(?=\\?%)/g) ?? [];
}
