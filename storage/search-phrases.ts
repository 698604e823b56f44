import type { TextClause } from '@/core/search/query';
import { type Searched, textsOf, toPhrase } from '@/core/search/terms';
import { analysesOf } from './by-paper';
import { db } from './db';

// The index knows which words a text has, not in which order. So phrases are looked for in the texts themselves, of those papers
// that have all their words.

/** The tables that are asked. */
export const TEXT_TABLES = [db.papers, db.guides, db.analyses, db.saves];

async function readTexts(ids: readonly string[]): Promise<Map<string, Searched>> {
  const [papers, guides, saves, analyses] = await Promise.all([
    db.papers.bulkGet([...ids]),
    db.guides.bulkGet([...ids]),
    db.saves.bulkGet([...ids]),
    analysesOf(ids),
  ]);
  return new Map(
    papers.flatMap((paper, index) => {
      if (!paper) return [];
      const { tags = [], note = '' } = saves[index] ?? {};
      const gist = guides[index]?.guides[0]?.gist ?? '';
      return [[paper.id, { paper, gist, analyses: analyses.filter((row) => row.paperId === paper.id), tags, note }]];
    }),
  );
}

/** Whether a phrase stands in a field of a paper that counts. */
function hasPhrase(paper: Searched, { phrase, fields }: TextClause): boolean {
  return textsOf(paper).some(
    ([field, text]) => (field & fields) !== 0 && phrase !== null && toPhrase(text).includes(phrase),
  );
}

/** A condition whose phrase is still to be looked for, in those papers that `mask` has. */
export interface PhraseClause {
  clause: TextClause & { negated: boolean };
  mask: Uint8Array;
}

/** Of these papers those that have each phrase, and none of the negated ones; in the transaction of the search. */
export async function keepWithPhrases(
  papers: readonly { doc: number; id: string }[],
  clauses: readonly PhraseClause[],
): Promise<string[]> {
  const texts = await readTexts(papers.map(({ id }) => id));
  return papers.flatMap(({ doc, id }) => {
    const paper = texts.get(id);
    if (!paper) return [];
    const isKept = clauses.every(
      ({ clause, mask }) => (mask[doc] !== 0 && hasPhrase(paper, clause)) !== clause.negated,
    );
    return isKept ? id : [];
  });
}
