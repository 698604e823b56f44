import { readFileSync } from 'node:fs';
import { parseReport } from '@/core/report/parse';

/** Milliseconds that parsing a report takes, several times over, the first and slowest among them. */
export function measureParsing(file: string, times: number): number[] {
  const text = readFileSync(file, 'utf8');
  return Array.from({ length: times }, () => {
    const start = performance.now();
    parseReport(text);
    return performance.now() - start;
  });
}
