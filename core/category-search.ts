import type { Category } from './arxiv/categories';

/** arXiv's groups of archives. */
export type CategoryGroup = 'cs' | 'econ' | 'eess' | 'math' | 'physics' | 'q-bio' | 'q-fin' | 'stat';

const OWN_GROUPS = ['cs', 'econ', 'eess', 'math', 'q-bio', 'q-fin', 'stat'] as const;

/** The group of a category: its archive, or physics, which has thirteen archives (hep-th, quant-ph, cond-mat.str-el …). */
export function groupOf(id: string): CategoryGroup {
  const [archive = ''] = id.split('.');
  return OWN_GROUPS.find((group) => group === archive) ?? 'physics';
}

function matches(category: Category, term: string): boolean {
  return [category.id, category.zh, category.en].some((text) => text.toLowerCase().includes(term));
}

/** The categories that have every word of the query in their id or their names, in their own order, by group. */
export function findCategories(
  categories: readonly Category[],
  query: string,
): { group: CategoryGroup; categories: Category[] }[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<CategoryGroup, Category[]>();
  for (const category of categories) {
    if (!terms.every((term) => matches(category, term))) continue;
    const group = groupOf(category.id);
    groups.set(group, [...(groups.get(group) ?? []), category]);
  }
  return [...groups].map(([group, found]) => ({ group, categories: found }));
}
