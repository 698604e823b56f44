import type { ModelRequest } from '../model/stream';
import type { Paper } from '../paper';
import type { Language } from '../settings';
import { keepToReport } from './overview-check';

export interface OverviewInput {
  /** YYYY-MM-DD. */
  date: string;
  /** Those of the report, in its order. */
  papers: readonly Paper[];
  /** How many were announced in all. */
  announced: number;
  /** What the reader follows. */
  categories: readonly string[];
  language: Language;
  /** A random word of this request, which nobody who wrote a paper can know. */
  boundary: string;
  /** What the model takes in, its answer included. */
  contextTokens: number;
}

/** The request for 今日概览, in prose. */
export function overviewPrompt({ papers }: OverviewInput): ModelRequest {
  return { system: '', user: papers.map(({ title }) => title).join('\n'), maxTokens: 3_000, schema: null };
}

/** The overview in a model's answer, with what names other papers taken out; null where the answer holds none. */
export function readOverview(
  text: string,
  papers: readonly { id: string; title: string; titleChinese?: string | null }[],
): { markdown: string; removed: number } | null {
  return text.trim() === '' ? null : keepToReport(text, papers);
}
