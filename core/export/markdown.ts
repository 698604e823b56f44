import { parseAbsUrl } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import { isContainerTitle, isRepeatedField, isSmallTalk } from '../guide/small-talk';
import { isRealAnalysis } from '../library/real-analysis';
import type { AnalysisRecord, LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { cleanText } from '../render/allowed';
import { type ExportWords, exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { fill } from '../words/words';
import { factsOf, labelled, sourceOf, titleOf } from './facts';
import { escapeMarkdown, linkMarkdown, nestMarkdown } from './markdown-text';

const write = (text: string) => escapeMarkdown(toUnicode(text));

const linkTo = (text: string, url: string) => linkMarkdown(write(text), url);

function isAside(paragraph: string): boolean {
  const plain = paragraph.replace(/[*_`]/g, '').trim();
  return isSmallTalk(plain) || isRepeatedField(plain) || isContainerTitle(plain);
}

/** Cuts what the model said to whoever asked, and what it repeated of the paper's data, off lead prose. */
function cutSmallTalk(markdown: string): { kept: string; aside: string } {
  const paragraphs = markdown.split(/\n\s*\n/);
  const kept = paragraphs.filter((paragraph) => !isAside(paragraph));
  return { kept: kept.join('\n\n'), aside: paragraphs.filter(isAside).join('\n\n') };
}

function analysisBlocks(analysis: AnalysisRecord, language: Language, words: ExportWords): string[] {
  const sections =
    analysis.sections.length > 0 ? analysis.sections : [{ part: 'other', title: '', markdown: analysis.markdown }];
  const blocks = [`### ${labelled(words.analysis, escapeMarkdown(sourceOf(analysis, panelWords[language])), words)}`];
  const asides: string[] = [];
  for (const { title, markdown } of sections) {
    const { kept, aside } = title === '' ? cutSmallTalk(markdown) : { kept: markdown, aside: '' };
    if (title !== '') blocks.push(`#### ${nestMarkdown(title.replace(/\s+/g, ' '), 4)}`);
    if (kept.trim()) blocks.push(nestMarkdown(kept, 4));
    if (aside) asides.push(nestMarkdown(aside, 4));
  }
  if (analysis.keyFindings.length > 0) {
    const items = analysis.keyFindings.map((finding) => `- ${nestMarkdown(finding.replace(/\s+/g, ' '), 4)}`);
    blocks.push(`#### ${words.findings}`, items.join('\n'));
  }
  for (const [label, text] of Object.entries(analysis.extra))
    blocks.push(`#### ${write(label)}`, nestMarkdown(text, 4));
  if (asides.length > 0) blocks.push(`#### ${words.other}`, ...asides);
  return blocks;
}

function paperBlocks({ paper, analyses, saved }: LibraryPaper, language: Language): string[] {
  const words = exportWords[language];
  const lines = factsOf(paper, words).map(({ label, text, url }) =>
    labelled(label, url ? linkTo(text, url) : write(text), words),
  );
  const links = paper.links
    .filter(({ url }) => parseAbsUrl(url)?.base !== paper.id)
    .map(({ label, url }) => (/^https?:/i.test(url) ? linkTo(label, url) : write(`${label} ${url}`)));
  if (links.length > 0) lines.push(labelled(words.links, links.join(' · '), words));
  if (saved && saved.tags.length > 0) lines.push(labelled(words.tags, saved.tags.map(write).join(words.pause), words));
  const blocks = [`## ${write(titleOf(paper))}`, lines.map((line) => `- ${line}`).join('\n')];
  if (saved?.note.trim()) blocks.push(`### ${words.note}`, nestMarkdown(saved.note, 3));
  for (const analysis of analyses.filter(isRealAnalysis)) blocks.push(...analysisBlocks(analysis, language, words));
  if (paper.abstract.trim()) blocks.push(`### ${words.abstract}`, write(paper.abstract));
  return blocks;
}

/**
 * Papers as one Markdown document: a `##` heading for each, then what is known of it, the reader's note, every analysis
 * with its source, the abstract. Sections stand in the source's order; the model's small talk comes last.
 */
export function* markdownChunks(
  papers: readonly LibraryPaper[],
  { language }: { language: Language },
): Generator<string> {
  const words = exportWords[language];
  if (papers.length === 0) return;
  let between = '';
  const add = (blocks: readonly string[]) => {
    // A title could hide its end behind what turns the direction of the text.
    const text = between + cleanText(blocks.join('\n\n'));
    between = '\n\n';
    return text;
  };
  if (papers.length > 1) yield add([`# ${fill(words.papers, { n: papers.length })}`]);
  for (const paper of papers) yield add(paperBlocks(paper, language));
  if (papers.some(({ analyses }) => analyses.some(isRealAnalysis))) yield add(['---', words.footer]);
  yield '\n';
}

/** The whole document as one text. */
export function toMarkdown(papers: readonly LibraryPaper[], options: { language: Language }): string {
  return [...markdownChunks(papers, options)].join('');
}
