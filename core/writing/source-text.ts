import type { FullText, FullTextSection } from '../arxiv/full-text';

/** What is sent of a paper. `left`: titles of sections that were left out, wholly or in part. */
export interface ChosenText {
  text: string;
  cut: boolean;
  left: string[];
}

/** The roles of a section, most telling first; a paper too long for its model keeps them in this order. */
const RANKS = [
  'abstract',
  'introduction',
  'method',
  'results',
  'conclusion',
  'limitations',
  'captions',
  'related',
  'appendix',
] as const;
type Rank = (typeof RANKS)[number];

/** At most so much of the room goes to one role before the others had their turn: a long method must leave room for results. */
const SHARE: Partial<Record<Rank, number>> = { introduction: 0.2, method: 0.4, results: 0.3, limitations: 0.15 };

const TITLES: readonly (readonly [Rank, RegExp])[] = [
  [
    'limitations',
    /limitation|discussion|broader impact|ethic|failure|future|outlook|threats? to validity|局限|讨论|展望/i,
  ],
  ['conclusion', /conclu|summary|concluding|结论|总结/i],
  ['related', /related work|prior work|literature|background|preliminar|notation|相关工作|背景|预备/i],
  ['introduction', /introduc|motivation|overview|引言|绪论|前言/i],
  [
    'results',
    /experiment|result|evaluat|ablation|benchmark|analysis|comparison|performance|validation|stud(?:y|ies)\b|findings|实验|结果|评测|评估/i,
  ],
];
const CAPTION = /^(?:Figure|Fig\.|Table|Algorithm|Listing|图|表)\s*[\dA-Z]|^[^\n]* \| [^\n]*/;

interface Block {
  section: number;
  text: string;
  rank: Rank;
  tokens: number;
}

/**
 * The paper as a model reads it: headings and whole paragraphs in the document's order, all of it where it fits into so many
 * tokens, else by what a guide needs most. References and acknowledgements are never in it.
 */
export function chooseText(
  fullText: FullText,
  budgetTokens: number,
  tokensOf: (text: string) => number = roughTokens,
): ChosenText {
  const sections = fullText.sections.filter(({ kind }) => kind !== 'references' && kind !== 'acknowledgements');
  const ranks = ranksOf(sections);
  const blocks = sections.flatMap(({ text }, section) =>
    text
      .split(/\n[ \t]*\n/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph): Block => {
        const own = ranks[section] ?? 'method';
        const isAside = CAPTION.test(paragraph) && own !== 'abstract' && own !== 'appendix';
        return { section, text: paragraph.trim(), rank: isAside ? 'captions' : own, tokens: tokensOf(paragraph) + 1 };
      }),
  );
  const chosen = chooseBlocks(blocks, sections, budgetTokens, tokensOf);
  const left = new Set(blocks.filter((block) => !chosen.has(block)).map(({ section }) => section));
  return {
    text: write(
      blocks.filter((block) => chosen.has(block)),
      sections,
    ),
    cut: left.size > 0,
    left: [...left].map((section) => sections[section]?.title ?? '').filter((title) => title !== ''),
  };
}

function chooseBlocks(
  blocks: readonly Block[],
  sections: readonly FullTextSection[],
  budget: number,
  tokensOf: (text: string) => number,
): Set<Block> {
  const chosen = new Set<Block>();
  const headed = new Set<number>();
  let room = budget;
  const take = (rank: Rank, most: number): void => {
    let left = most;
    for (const block of blocks) {
      if (block.rank !== rank || chosen.has(block)) continue;
      const headings = pathTo(block.section, sections).filter((section) => !headed.has(section));
      const cost = headings.reduce((sum, section) => sum + tokensOf(headingOf(sections[section])) + 1, block.tokens);
      if (cost > room || cost > left) continue;
      chosen.add(block);
      for (const section of headings) headed.add(section);
      room -= cost;
      left -= cost;
    }
  };
  for (const rank of RANKS) {
    if (rank === 'captions') break;
    take(rank, budget * (SHARE[rank] ?? 1));
  }
  for (const rank of RANKS) take(rank, room);
  return chosen;
}

/** A subsection has the role of the section it stands in, unless its own title tells one. */
function ranksOf(sections: readonly FullTextSection[]): Rank[] {
  const above: { level: number; rank: Rank }[] = [];
  return sections.map(({ kind, level, title }) => {
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop();
    const own = TITLES.find(([, pattern]) => pattern.test(title))?.[0];
    const rank = kind === 'abstract' || kind === 'appendix' ? kind : (above.at(-1)?.rank ?? own ?? 'method');
    // Limits are told anywhere, most of all at the end of the experiments.
    const told = own === 'limitations' && kind === 'body' ? own : rank;
    above.push({ level, rank: told });
    return told;
  });
}

/** A section below those it stands in. */
function pathTo(index: number, sections: readonly FullTextSection[]): number[] {
  const path = [index];
  let level = sections[index]?.level ?? 1;
  for (let at = index - 1; at >= 0 && level > 1; at -= 1) {
    const above = sections[at];
    if (!above || above.level >= level) continue;
    path.unshift(at);
    level = above.level;
  }
  return path;
}

function headingOf(section: FullTextSection | undefined): string {
  if (!section) return '';
  const { kind, number, title, level } = section;
  const name = title === '' && kind === 'abstract' ? 'Abstract' : `${number} ${title}`.trim();
  return name === '' ? '' : `${'#'.repeat(Math.min(4, Math.max(1, level) + 1))} ${name}`;
}

function write(blocks: readonly Block[], sections: readonly FullTextSection[]): string {
  const out: string[] = [];
  const headed = new Set<number>();
  for (const { section, text } of blocks) {
    for (const one of pathTo(section, sections)) {
      const heading = headingOf(sections[one]);
      if (!headed.has(one) && heading !== '') out.push(heading);
      headed.add(one);
    }
    out.push(text);
  }
  return out.join('\n\n');
}

/** About how many tokens a text is: four letters of a word, two signs or digits, one character of Chinese. */
function roughTokens(text: string): number {
  const letters = text.match(/[A-Za-z\s]/g)?.length ?? 0;
  // oxlint-disable-next-line no-control-regex -- what is not ASCII is what is looked for
  const others = text.match(/[^\u0000-\u007F]/g)?.length ?? 0;
  return Math.ceil(letters / 4 + (text.length - letters - others) / 2 + others);
}
