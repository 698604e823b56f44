import type { Analysis } from '../paper';
import { guessBasis } from './basis';
import { isFailure } from './failure';
import { splitAnalysis } from './sections';

/**
 * The analysis that a source's text is; `failure` instead when it is none, because its author had no paper to read. Both null
 * without a text.
 */
export function readAnalysis(
  markdown: string,
  abstract: string,
): { analysis: Analysis | null; failure: string | null } {
  if (markdown === '') return { analysis: null, failure: null };
  if (isFailure(markdown)) return { analysis: null, failure: markdown };
  const sections = splitAnalysis(markdown);
  return { analysis: { markdown, basis: guessBasis(markdown, sections, abstract), sections }, failure: null };
}
