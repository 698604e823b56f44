import type { FullText } from '../arxiv/full-text';
import { applyGlossary, DEFAULT_GLOSSARY, type GlossaryEntry } from '../glossary';
import type { AnalysisRecord, PaperRecord } from '../library/records';
import type { Part, Section } from '../paper';
import { markEnglish } from '../render/english';
import { readMarkdown, renderInline, renderMarkdown } from '../render/markdown';
import { plainText } from '../render/text';
import type { Tree } from '../render/tree';
import type { Writing } from '../writing/written';
import { type PanelWords, panelWords } from '../words/panel';
import { boundAnalysis, boundPaper } from './bounded';
import { type Draft, LONGEST_GIST, toBrief, toGistOf } from './brief';
import { toFindings } from './findings';
import { type Guide, type GuideSection, READING_ORDER } from './guide';
import { isInferred } from './inferred';
import { markNumbers } from './number-marks';
import { toNumberSource } from './number-source';
import { CLOSING_OPENER } from './line';
import { toPassages } from './passages';
import { splitSentences } from './sentences';
import { isContainerTitle, isRepeatedField, isSmallTalk } from './small-talk';

/** What a guide is rendered with beside the analysis. */
export interface GuideOptions {
  /** Terms whose wrong renderings are put right. */
  glossary?: readonly GlossaryEntry[];
  /** Texts that stand in the guide itself, in the reader's language. */
  words?: PanelWords;
  /** The paper's full text, where its numbers are to be looked up in that; else they are in the abstract. */
  text?: FullText | null;
}

/**
 * Renders one analysis into what a panel draws. Nothing of it is lost, unless it is longer than anybody reads: what the model said to whoever asked, and fields of
 * the paper that it repeated, stand last under 其他, with fields of the source nobody knows. Never throws.
 */
export function buildGuide(whole: AnalysisRecord, wholePaper: PaperRecord, options: GuideOptions = {}): Guide {
  const { glossary = DEFAULT_GLOSSARY, words = panelWords.zh, text = null } = options;
  const analysis = boundAnalysis(whole, words.leftOut);
  const paper = boundPaper(wholePaper);
  const inTerms = (markdown: string) => applyGlossary(markdown, glossary);
  const aside: Tree[] = [];
  const sections = sectionsOf(analysis).map((section) => ({ ...section, markdown: inTerms(section.markdown) }));
  const drafts = withLead(sections.flatMap((section) => toDrafts(section, aside)));
  const gist = toGistOf(drafts);
  const source = toNumberSource(paper, text);
  // A gist that stands above the parts is not said again as one of them.
  const told = drafts.filter(({ part, title, passages }) => {
    return part !== 'gist' || title !== '' || passages.length !== 1 || passages[0]?.text.trim() !== gist;
  });
  const fields = toFields(analysis.extra);
  const inOrder = [...inReadingOrder(told.map(toSection)), ...fields, ...toAside(aside)];
  // Fields of the source that nobody knows make no claims about the paper: scores, stars, pages.
  const marked = inOrder.map((section) =>
    source && !fields.includes(section) ? markNumbers(section.body, source, words) : null,
  );
  const counts = marked.flatMap((section) => section ?? []);
  return {
    key: analysis.key,
    source: analysis.source,
    date: analysis.date,
    ...(analysis.language && { language: analysis.language }),
    basis: analysis.basis,
    basisStated: analysis.basisStated,
    version: analysis.version,
    model: analysis.model,
    cost: costOf(analysis.writing, words),
    gist,
    brief: toBrief(drafts, gist),
    sections: inOrder.map((section, index) => ({ ...section, body: marked[index]?.trees ?? section.body })),
    findings: toFindings(analysis.keyFindings.map(inTerms), paper.abstract, analysis.evidence),
    numbers: source && {
      text: source.kind,
      found: counts.reduce((sum, { found }) => sum + found, 0),
      absent: counts.reduce((sum, { absent }) => sum + absent, 0),
    },
  };
}

/** What writing took, as the panel's foot says it: tokens in both languages, and yuan where there was a price. */
function costOf(writing: Writing | undefined, { lang }: PanelWords): string {
  if (!writing) return '';
  const { inputTokens, outputTokens, cost } = writing;
  const tokens = `${inputTokens.toLocaleString('en')} + ${outputTokens.toLocaleString('en')} tokens`;
  if (cost === null) return tokens;
  const yuan = Number(cost.toPrecision(2));
  return `${tokens} · ${lang === 'en' ? `¥${yuan}` : `${yuan} 元`}`;
}

/** The sections as cut; an analysis nobody could cut is one section. */
function sectionsOf({ sections, markdown }: AnalysisRecord): Section[] {
  if (sections.length === 0) return markdown.trim() === '' ? [] : [{ part: 'other', title: '', markdown }];
  return sections;
}

/**
 * Prose before the first heading is no rest: it says what the paper is about, and is read first; so is what stands under a
 * mere 摘要：, which is longer than a gist. Where no section tells the problem, it does.
 */
function withLead(drafts: readonly Draft[]): Draft[] {
  const [lead, ...rest] = drafts;
  if (!lead || !isLead(lead) || rest.every(({ part }) => part === 'other' || part === 'conclusion')) return [...drafts];
  const isTold = rest.some(({ part }) => part === 'problem' || part === 'contribution');
  return [{ ...lead, part: isTold ? 'contribution' : 'problem' }, ...rest];
}

function isLead({ part, title, passages }: Draft): boolean {
  if (part === 'other') return title === '' || isContainerTitle(title);
  return part === 'gist' && isContainerTitle(title) && passages.some(({ text }) => text.length > LONGEST_GIST);
}

/** Cuts the small talk off a section, and the closing paragraph (`总而言之，…`) that stands at the end of the last list. */
function toDrafts({ part, title, markdown }: Section, aside: Tree[]): Draft[] {
  const heading = plainText(renderInline(title));
  if (isRepeatedField(heading) || isSmallTalk(heading)) {
    aside.push(['p', null, heading], ...readMarkdown(markdown));
    return [];
  }
  const kept: Tree[] = [];
  const closing: Tree[] = [];
  for (const block of readMarkdown(markdown)) {
    const text = typeof block !== 'string' && block[0] === 'p' ? plainText([block]) : '';
    if (text !== '' && (isSmallTalk(text) || isRepeatedField(text) || isContainerTitle(text))) aside.push(block);
    else if (part !== 'conclusion' && text !== '' && CLOSING_OPENER.test(text)) closing.push(block);
    else kept.push(block);
  }
  const drafts: Draft[] = [];
  const body = withoutOuterRules(kept);
  if (body.length > 0) drafts.push(toDraft(part, heading, body));
  else if (heading !== '') aside.push(['p', null, heading]);
  if (closing.length > 0) drafts.push(toDraft('conclusion', '', closing));
  return drafts;
}

function toDraft(part: Part, title: string, body: Tree[]): Draft {
  return { part, title, body, passages: toPassages(body) };
}

function withoutOuterRules(body: readonly Tree[]): Tree[] {
  const start = body.findIndex((tree) => !isRule(tree));
  const end = body.findLastIndex((tree) => !isRule(tree));
  return start === -1 ? [] : body.slice(start, end + 1);
}

function isRule(tree: Tree): boolean {
  return typeof tree !== 'string' && tree[0] === 'hr';
}

function toSection({ part, title, body, passages }: Draft): GuideSection {
  const [first] = passages;
  const isParagraph = first !== undefined && first.name === '' && typeof body[0] === 'object' && body[0][0] === 'p';
  const lead = isParagraph ? first.text : (splitSentences(first?.text ?? '')[0] ?? '');
  return { part, title, inferred: isInferred(title, lead), body: markEnglish(body) };
}

function inReadingOrder(sections: readonly GuideSection[]): GuideSection[] {
  return sections.toSorted((one, other) => READING_ORDER.indexOf(one.part) - READING_ORDER.indexOf(other.part));
}

/** Sentences rather than a score, a date or a dump of the generator's data. */
function isProse(text: string): boolean {
  return text.length > 20 && !/^\s*[[{]/.test(text) && /\p{L}{2}/u.test(text);
}

/** What somebody wrote stands before what a program counted. */
function toFields(extra: Record<string, string>): GuideSection[] {
  const fields = Object.entries(extra);
  return [...fields.filter(([, text]) => isProse(text)), ...fields.filter(([, text]) => !isProse(text))].map(
    ([label, text]) => ({ part: 'other', title: label, inferred: false, body: renderMarkdown(text) }),
  );
}

function toAside(aside: Tree[]): GuideSection[] {
  const body = withoutOuterRules(aside);
  return body.length > 0 ? [{ part: 'other', title: '', inferred: false, body: markEnglish(body) }] : [];
}
