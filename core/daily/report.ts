import { CATEGORIES } from '../arxiv/categories';
import type { Paper, Report, Summary } from '../paper';
import { readSummary } from '../report/summary';
import { oneLine, settlePaper, settleSummary } from './settle';

interface DailyReportParts {
  /** YYYY-MM-DD. */
  date: string;
  /** Without the day; by default it is made of the categories. */
  title?: string | undefined;
  categories?: readonly string[] | undefined;
  papers: readonly Paper[];
  /** Null where there is none. */
  overview: Summary | null;
}

/**
 * A day's report. Written by `formatReport` and read by `parseReport` it is the same, and has no layout: it is in the
 * generator's own form. Two things the Markdown does not hold: Chinese titles, and what an analysis rests on where its own text
 * lets a reader guess otherwise.
 */
export function toDailyReport({ date, title, categories = [], papers, overview }: DailyReportParts): Report {
  const named = title === undefined ? '' : oneLine(title);
  return {
    kind: 'report',
    date,
    title: named === '' ? reportTitle(date, categories) : withDay(named, date),
    summary: overview && settleSummary(overview, (markdown) => readSummary(markdown, papers.length)),
    papers: papers.map(settlePaper),
    layout: null,
  };
}

/** `Arxiv Computer Vision Papers - 2025-12-30`, as the generator has it; `Arxiv Papers - …` for several categories. */
export function reportTitle(date: string, categories: readonly string[]): string {
  const [category] = categories;
  const only = categories.length === 1 && category !== undefined ? fieldOf(category) : '';
  return `Arxiv ${only === '' ? '' : `${only} `}Papers - ${date}`;
}

function fieldOf(category: string): string {
  // The generator's name for it, which is shorter than arXiv's.
  if (category === 'cs.CV') return 'Computer Vision';
  return CATEGORIES.find(({ id }) => id === category)?.en ?? category;
}

/** The first day in a title is taken for the report's. */
function withDay(title: string, date: string): string {
  const other = title.replace(/\d{4}-\d{2}-\d{2}/g, (day) => (day === date ? day : ''));
  const name = oneLine(other);
  return name.includes(date) ? name : oneLine(`${name} - ${date}`);
}
