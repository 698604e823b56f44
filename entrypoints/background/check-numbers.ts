import { AppError } from '@/core/errors';
import { markChecked } from '@/storage/checks';
import { readPaper } from '@/storage/papers';
import { findFullText } from './full-text';

/**
 * Looks the numbers of one analysis up in the paper's full text, of the version it is about.
 *
 * @throws AppError `no-full-text` when arXiv has none, so that nothing was checked; `arxiv-offline`, `arxiv-busy`
 */
export async function checkNumbers(paperId: string, analysisKey: string): Promise<void> {
  const known = await readPaper(paperId);
  const analysis = known?.analyses.find(({ key }) => key === analysisKey);
  if (!known || !analysis) throw new AppError('unknown', 'the analysis to be checked is gone');
  const version = analysis.version ?? known.paper.version;
  const { name, text } = await findFullText({ id: paperId, version });
  if (!text) throw new AppError('no-full-text', `arXiv has no full text of ${name}`);
  await markChecked(paperId, analysisKey, name);
}
