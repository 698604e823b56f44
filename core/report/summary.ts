import type { Summary } from '../paper';
export function readSummary(markdown: string, papers: number): Summary | null {
  return markdown === '' ? null : { markdown, sections: [], invented: papers === 0 };
}
