import { estimateTokens } from '../model/cost';
import type { Paper, Part } from '../paper';
import { renderTexText } from '../render/tex-text';
import { plainText } from '../render/text';
import { fill } from '../words/words';
import { keySentencesOf } from './to-paper';
import type { OverviewWords } from './overview-words';
import { cutLine } from './prompt-line';

/** How much is told of each paper, fullest first: characters of a text, and which texts. */
const LEVELS: readonly { longest: number; parts: readonly Part[] }[] = [
  { longest: 700, parts: ['gist', 'contribution', 'results'] },
  { longest: 350, parts: ['gist', 'contribution', 'results'] },
  { longest: 250, parts: ['gist', 'results'] },
  { longest: 120, parts: ['gist'] },
  { longest: 0, parts: [] },
];
/** What says first what a paper is about; most analyses have one of these. */
const FIRST: readonly Part[] = ['gist', 'contribution', 'problem', 'method', 'conclusion', 'guide', 'other'];
const LONGEST_TITLE = 300;

/**
 * What an overview is written from, within so many tokens: of each paper its analysis, else its key sentences or abstract, cut
 * alike for all until they fit. When not even all titles fit, the last papers are left out and counted. Each field is one line.
 */
export function paperBlocks(papers: readonly Paper[], words: OverviewWords, tokens: number): string {
  for (const level of LEVELS) {
    const text = papers.map((paper, at) => blockOf(paper, at + 1, level, words)).join('\n\n');
    if (estimateTokens(text) <= tokens) return text;
  }
  const kept: string[] = [];
  let room = tokens - estimateTokens(words.left) - 2;
  for (const [at, paper] of papers.entries()) {
    const block = blockOf(paper, at + 1, { longest: 0, parts: [] }, words);
    room -= estimateTokens(block) + 1;
    if (room < 0) break;
    kept.push(block);
  }
  return [...kept, fill(words.left, { n: papers.length - kept.length })].join('\n\n');
}

/** A title as an overview should quote it: plain, since models drop TeX in their own ways. */
function quotableTitle(title: string): string {
  return cutLine(plainText(renderTexText(title)).replace(/["“”]/g, "'"), LONGEST_TITLE);
}

function blockOf(
  paper: Paper,
  number: number,
  { longest, parts }: (typeof LEVELS)[number],
  words: OverviewWords,
): string {
  const { labels } = words;
  const lines = [`[${number}] ${labels.title}: ${quotableTitle(paper.title)}`];
  if (longest === 0) return lines.join('\n');
  lines.push(`${labels.categories}: ${cutLine(paper.categories.join(', '), 100)}`);
  return [...lines, ...tellings(paper, longest, parts, words)].join('\n');
}

function tellings(paper: Paper, longest: number, parts: readonly Part[], words: OverviewWords): string[] {
  const { labels, joint } = words;
  const textOf = (part: Part): string => {
    const section = paper.analysis?.sections.find((one) => one.part === part && one.markdown.trim() !== '');
    return section ? cutLine(oneLineOf(section.markdown, joint), longest) : '';
  };
  const first = FIRST.find((part) => textOf(part) !== '');
  if (first !== undefined) {
    const others = (['contribution', 'results'] as const).filter((part) => part !== first && parts.includes(part));
    const told = [`${labels.gist}: ${textOf(first)}`];
    for (const part of others) if (textOf(part) !== '') told.push(`${labels[part]}: ${textOf(part)}`);
    return told;
  }
  // Of a paper that nobody has analysed the abstract says most, where there is room for it.
  const abstract = cutLine(paper.abstract, longest * 2);
  if (longest === LEVELS[0]?.longest && abstract !== '') return [`${labels.abstract}: ${abstract}`];
  const findings = paper.keyFindings.length > 0 ? paper.keyFindings : keySentencesOf(paper.abstract);
  return findings.length > 0 ? [`${labels.findings}: ${cutLine(findings.join(' '), longest)}`] : [];
}

/** A list as a sentence; bold names of its items stay words. */
function oneLineOf(markdown: string, joint: string): string {
  const lines = markdown.split('\n').map((line) => line.replace(/^\s*(?:[-*+]\s+|\d{1,2}[.)]\s+|#{1,6}\s+|>\s?)/, ''));
  return lines
    .map((line) => line.replaceAll('**', '').trim())
    .filter((line) => line !== '' && !/^[-*_|\s:]+$/.test(line))
    .map((line, at, all) => (at === all.length - 1 || /[。；;：:.!?！？，,]$/.test(line) ? line : line + joint))
    .join('');
}
