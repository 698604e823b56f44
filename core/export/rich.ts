import { buildGuide } from '../guide/build';
import type { LibraryPaper } from '../library/records';
import { safeHref } from '../render/allowed';
import { renderTexText } from '../render/tex-text';
import { toHtml } from '../render/text';
import type { Tree } from '../render/tree';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { factsOf, labelled, sourceOf } from './facts';

/** Text becomes HTML only through `toHtml`, which escapes it; `tag` is ours. */
function element(tag: 'h2' | 'h3' | 'p' | 'ul' | 'li', ...children: Tree[]): string {
  return `<${tag}>${toHtml(children)}</${tag}>`;
}

function linkTo(url: string, ...children: Tree[]): Tree[] {
  const href = safeHref(url);
  return href ? [['a', { href }, ...children]] : children;
}

/** One paper as HTML for the clipboard: what `toText` says, with links, emphasis, lists and formulas. */
export function toRichHtml({ paper, analyses }: LibraryPaper, { language }: { language: Language }): string {
  const words = exportWords[language];
  const parts = [element('h2', ...renderTexText(paper.title))];
  for (const { label, text, url } of factsOf(paper, words)) {
    const value = url ? linkTo(url, text) : renderTexText(text);
    parts.push(element('p', labelled(label, '', words), ...value));
  }
  const [analysis] = analyses;
  if (analysis) {
    const guide = buildGuide(analysis, paper);
    parts.push(element('h3', labelled(words.analysis, sourceOf(analysis, panelWords[language]), words)));
    if (guide.gist) parts.push(element('p', ['strong', null, guide.gist]));
    for (const { title, body } of guide.sections) {
      if (title) parts.push(element('h3', title));
      parts.push(toHtml(body));
    }
    if (guide.findings.items.length > 0) {
      const items = guide.findings.items.map(({ body }): Tree => ['li', null, ...body]);
      parts.push(element('h3', words.findings), element('ul', ...items));
    }
    parts.push(element('p', ['em', null, words.footer]));
  } else if (paper.abstract.trim()) {
    parts.push(element('h3', words.abstract), element('p', ...renderTexText(paper.abstract)));
  }
  return parts.join('\n');
}
