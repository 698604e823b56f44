import type { Summary } from '../paper';
import { markEnglish } from '../render/english';
import { readMarkdown, renderInline } from '../render/markdown';
import { plainText } from '../render/text';
import type { Tree } from '../render/tree';
import { isContainerTitle, isReportHead, isSmallTalk } from './small-talk';
import { TitleLinker } from './title-links';

/** A day's overview, rendered. `invented`: the report had no papers, and its model wrote of some nevertheless. */
interface RenderedSummary {
  sections: { title: string; body: Tree[] }[];
  invented: boolean;
}

/**
 * Renders the executive summary; titles it mentions link to their papers on arXiv where the report has them. The model's
 * small talk and the head of the letter it believed to write stand last, under a section without a title.
 */
export function buildSummary(summary: Summary, papers: readonly { id: string; title: string }[]): RenderedSummary {
  const linker = new TitleLinker(papers);
  const aside: Tree[] = [];
  const cut = summary.sections.length > 0 ? summary.sections : [{ title: '', markdown: summary.markdown }];
  const sections = cut.flatMap(({ title, markdown }) => {
    const heading = plainText(renderInline(title));
    const isHead = isReportHead(heading) || isSmallTalk(heading);
    const kept: Tree[] = [];
    for (const block of readMarkdown(markdown)) {
      const text = typeof block !== 'string' && block[0] === 'p' ? plainText([block]) : '';
      const isAside = isHead || (text !== '' && (isSmallTalk(text) || isReportHead(text) || isReportTitle(text)));
      (isAside ? aside : kept).push(block);
    }
    if (isHead) aside.unshift(['p', null, heading]);
    const body = withoutRules(kept);
    if (body.length === 0 && (isHead || heading === '' || isReportTitle(heading))) {
      if (heading !== '' && !isHead) aside.unshift(['p', null, heading]);
      return [];
    }
    return [{ title: heading, body: markEnglish(linker.link(body)) }];
  });
  const rest = withoutRules(aside);
  if (rest.length > 0) sections.push({ title: '', body: markEnglish(rest) });
  return { sections, invented: summary.invented };
}

/** The title that a model gave its summary: `Arxiv 计算机视觉领域论文每日报告 - 执行摘要 (2025-12-28)`. */
function isReportTitle(text: string): boolean {
  return (
    text.length < 80 &&
    !/[。，；]/.test(text) &&
    (isContainerTitle(text) || /(?:执行摘要|每日报告|日报|简报|Executive Summary)/i.test(text))
  );
}

function withoutRules(body: readonly Tree[]): Tree[] {
  return body.filter((tree, index) => {
    if (typeof tree === 'string' || tree[0] !== 'hr') return true;
    const isOuter = index === 0 || index === body.length - 1;
    const next = body[index + 1];
    return !isOuter && !(typeof next === 'object' && next[0] === 'hr');
  });
}
