import { buildGuide } from '../guide/build';
import { isRealAnalysis } from '../library/real-analysis';
import type { AnalysisRecord, LibraryPaper, PaperRecord } from '../library/records';
import { renderMarkdown } from '../render/markdown';
import { escapeHtml, toHtml } from '../render/text';
import type { Tree } from '../render/tree';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { labelled, sourceOf } from './facts';

/** The form of note whose formulas Zotero knows, 6.0.14 and later; of a newer number an older Zotero would show a note as read only. */
const NOTE_VERSION = 8;

const inline = (tex: string, display: boolean): string =>
  `<span class="math">$${display ? String.raw`\displaystyle ` : ''}${escapeHtml(tex)}$</span>`;

/** Rendered text as Zotero's notes have it: by the allow-list, formulas as TeX, which is what Zotero draws. */
function write(trees: readonly Tree[]): string {
  return (
    toHtml(trees, inline)
      // A formula that stands alone in its paragraph is a block of its own there.
      .replace(
        /<p>\s*<span class="math">\$\\displaystyle ([^<]*)\$<\/span>\s*<\/p>/g,
        '<pre class="math">$$$$$1$$$$</pre>',
      )
  );
}

/** Text becomes HTML only here and in `toHtml`, which escape it; `tag` is ours. */
function element(tag: 'h1' | 'h2' | 'p' | 'ul', ...children: Tree[]): string {
  return `<${tag}>${write(children)}</${tag}>`;
}

function wrap(parts: readonly string[]): string {
  return `<div data-schema-version="${NOTE_VERSION}">${parts.join('\n')}</div>`;
}

function analysisNote(analysis: AnalysisRecord, paper: PaperRecord, language: Language): string {
  const words = exportWords[language];
  const own = panelWords[language];
  // Without the abstract no number is looked up in it: marks of numbers are the panel's own.
  const guide = buildGuide(analysis, { ...paper, abstract: '' }, { words: own });
  const parts = [element('h1', labelled(words.analysis, sourceOf(analysis, own), words))];
  if (paper.titleChinese) parts.push(element('p', paper.titleChinese));
  if (guide.gist) parts.push(element('p', ['strong', null, guide.gist]));
  for (const [index, { part, title, body }] of guide.sections.entries()) {
    const label = title || (part === 'other' && index === 0 ? '' : own[`part_${part}`]);
    if (label) parts.push(element('h2', label));
    parts.push(write(body));
  }
  if (guide.findings.items.length > 0) {
    parts.push(element('h2', words.findings));
    parts.push(element('ul', ...guide.findings.items.map(({ body }): Tree => ['li', null, ...body])));
  }
  parts.push(element('p', ['em', null, words.footer]));
  return wrap(parts);
}

/** A paper's notes for Zotero: each analysis, best first, and behind them what the reader wrote. */
export function zoteroNotes({ paper, analyses, saved }: LibraryPaper, language: Language): string[] {
  const words = exportWords[language];
  const notes = analyses.filter(isRealAnalysis).map((analysis) => analysisNote(analysis, paper, language));
  if (saved?.note.trim()) notes.push(wrap([element('h1', words.note), write(renderMarkdown(saved.note))]));
  return notes;
}
