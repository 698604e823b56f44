import { readFileSync } from 'node:fs';
import { sharedPath } from '@/tests/shared';

/** Words as they are in reports: a library of made-up words would have another index. */
export interface Vocabulary {
  latin: string[];
  han: string[];
}

/** The words of the sample reports with those that are common first, and pieces of their Chinese sentences. */
export function readVocabulary(): Vocabulary {
  const names = ['2025-08-27', '2025-12-30', '2026-09-01'];
  const text = names.map((name) => readFileSync(sharedPath(`reports/arxiv_cv_report_${name}.md`), 'utf8')).join('\n');
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z-]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const latin = [...counts].toSorted((one, other) => other[1] - one[1]).map(([word]) => word);
  const han = [...new Set(text.match(/[\u4e00-\u9fff]{2,12}/g) ?? [])];
  return { latin, han };
}
