import type { Paper } from '../paper';
import { cleanText } from '../render/allowed';

/**
 * A paper whose fields that are shown as they are hide nothing and turn nothing around them. Texts in Markdown are left: they
 * are cleaned where they are rendered.
 */
export function cleanPaper(paper: Paper): Paper {
  const { analysis } = paper;
  return {
    ...paper,
    title: cleanText(paper.title),
    titleChinese: paper.titleChinese && cleanText(paper.titleChinese),
    authors: paper.authors.map(cleanText),
    published: paper.published && cleanText(paper.published),
    categories: paper.categories.map(cleanText),
    abstract: cleanText(paper.abstract),
    analysis: analysis && {
      ...analysis,
      sections: analysis.sections.map((section) => ({ ...section, title: cleanText(section.title) })),
    },
    links: paper.links.map(({ label, url }) => ({ label: cleanText(label), url: cleanText(url) })),
    extra: Object.fromEntries(Object.entries(paper.extra).map(([label, text]) => [cleanText(label), cleanText(text)])),
  };
}
