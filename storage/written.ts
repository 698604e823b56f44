import type { AnalysisRecord } from '@/core/library/records';
import { byRank } from '@/core/library/rank';
import { db } from './db';
import { guarded } from './guard';

/** What a model of the reader's wrote of a paper, with the Chinese title it gave. */
export interface Written {
  analysis: AnalysisRecord & Required<Pick<AnalysisRecord, 'writing'>>;
  titleChinese: string | null;
}

function isWritten(analysis: AnalysisRecord): analysis is Written['analysis'] {
  return analysis.writing !== undefined;
}

/** The best of what the reader's models wrote of this version of a paper or a newer one; `model` null: whichever wrote it. */
export function readWritten(paperId: string, version: number, model: string | null): Promise<Written | null> {
  return guarded(async () => {
    const [paper, analyses] = await Promise.all([
      db.papers.get(paperId),
      db.analyses.where('paperId').equals(paperId).toArray(),
    ]);
    const [analysis] = analyses
      .filter(isWritten)
      .filter((one) => (one.version ?? 0) >= version && (model === null || one.writing.model === model))
      .toSorted(byRank);
    return analysis ? { analysis, titleChinese: paper?.titleChinese ?? null } : null;
  });
}
