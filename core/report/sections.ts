import type { Section } from '../paper';
export function splitAnalysis(markdown: string): Section[] {
  return [{ part: 'other', title: '', markdown }];
}
