import { AppError } from '../errors';
import type { Paper, Report, Skipped } from '../paper';
import type { ReadReport } from '../report/parse';
import { languageOf } from '../render/language';
import { runSteps, type Steps } from '../steps';
import { type RowResult, readRow } from './read-row';
import { readRows } from './rows';

/** The generator's name, as which a day file's report is known; a feed may call it by its own. */
const NAME = 'daily-arXiv-ai-enhanced';

/**
 * Reads a day file of daily-arXiv-ai-enhanced: lines of JSON, or a list of them. It says nothing about its day, which only its
 * name tells: `hint`. A paper that comes twice is one; lines that cannot be used are told in `skipped`.
 *
 * Days without a paper are published as empty files, so an empty text is a report without papers when its day is known.
 *
 * @throws AppError `no-report` for an empty text whose day is not known, `no-paper` when no line can be used, `bad-json` for
 *   a list that does not parse.
 */
export function parseDayFile(text: string, hint?: { date: string | null }): ReadReport {
  return runSteps(parseDayFileSteps(text, hint));
}

/** `parseDayFile`, row by row. */
export function* parseDayFileSteps(text: string, hint?: { date: string | null }): Steps<ReadReport> {
  const date = hint?.date ?? null;
  const rows = yield* readRows(text);
  if (rows.length === 0 && date === null) throw new AppError('no-report', 'The day file is empty', { line: 1 });
  const found = new Papers();
  for (const { line, value } of rows) {
    found.add(line, tryRow(value));
    yield;
  }
  const papers = found.papers();
  if (papers.length === 0 && rows.length > 0)
    throw new AppError('no-paper', 'No line of the day file is a paper', { line: rows.at(-1)?.line ?? 1 });
  const name = NAME + languageMark(papers);
  const title = date === null ? name : `${name} - ${date}`;
  const report: Report = { kind: 'report', date, title, summary: null, papers, layout: null };
  return { report, skipped: found.skipped.toSorted((one, other) => one.line - other.line) };
}

/** A day is published in several languages; each is a report of its own. */
function languageMark(papers: readonly Paper[]): string {
  const texts = papers.flatMap(({ analysis }) => (analysis ? [analysis.markdown.slice(0, 200)] : []));
  const language = texts.length === 0 ? 'zh' : languageOf(texts.slice(0, 20).join('\n'));
  return language === 'zh' || language === 'other' ? '' : ` (${language})`;
}

function tryRow(value: unknown): RowResult {
  try {
    return readRow(value);
  } catch (error) {
    // Values nested thousands deep cannot be written as text.
    if (error instanceof RangeError) return { paper: null, reason: '这一行的内容嵌套太深，读不了' };
    throw error;
  }
}

/** The papers of a day, each once. */
class Papers {
  readonly skipped: Skipped[] = [];
  private readonly byId = new Map<string, { line: number; paper: Paper }>();

  papers(): Paper[] {
    return Array.from(this.byId.values(), ({ paper }) => paper);
  }

  add(line: number, { paper, reason }: RowResult): void {
    if (!paper) {
      this.skipped.push({ line, reason });
      return;
    }
    const known = this.byId.get(paper.id);
    const isBetter = known !== undefined && outweighs(paper, known.paper);
    if (known === undefined || isBetter) this.byId.set(paper.id, { line, paper });
    if (known === undefined) return;
    const [used, other] = isBetter ? [line, known.line] : [known.line, line];
    this.skipped.push({ line: other, reason: `与第 ${used} 行是同一篇论文，用了第 ${used} 行：${paper.id}` });
  }
}

/** Whether a later row of a paper is to be taken: for its analysis, its newer version, or the more that it tells. */
function outweighs(later: Paper, known: Paper): boolean {
  const order =
    Number(later.analysis !== null) - Number(known.analysis !== null) ||
    (later.version ?? 0) - (known.version ?? 0) ||
    (later.analysis?.sections.length ?? 0) - (known.analysis?.sections.length ?? 0);
  return order > 0;
}
