import { isFailure } from '../report/failure';
import type { AnalysisRecord } from './records';

/** Whether an analysis says something. Files of other programs may have an empty text or a model's excuse in its place. */
export function isRealAnalysis({ markdown, sections, keyFindings }: AnalysisRecord): boolean {
  const texts = [markdown, ...sections.map((section) => section.markdown), ...keyFindings];
  return texts.some((text) => text.trim() !== '') && !isFailure(markdown);
}
