import type { DayNews, NewsPaper } from './news';

/** What a reader's own words and authors found; each stands before whatever else speaks for a paper. */
const HITS: ReadonlySet<NewsPaper['reasons'][number]['kind']> = new Set([
  'primary-title',
  'primary-abstract',
  'secondary-title',
  'secondary-abstract',
  'author',
]);

function isHit({ reasons }: NewsPaper): boolean {
  return reasons.some(({ kind }) => HITS.has(kind));
}

function modelSum({ model }: NewsPaper): number {
  return model ? model.relevance + model.significance : 0;
}

/**
 * The papers of a day that were not chosen: those with a word or an author of the reader's first, then what the model and then
 * the local score put in front; equal ones as arXiv announced them.
 */
export function leftOut({ papers }: Pick<DayNews, 'papers'>): NewsPaper[] {
  return papers
    .filter(({ chosen }) => !chosen)
    .toSorted(
      (one, other) =>
        Number(isHit(other)) - Number(isHit(one)) || modelSum(other) - modelSum(one) || other.score - one.score,
    );
}
