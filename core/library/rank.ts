import type { Basis } from '../paper';

/** What decides which of a paper's analyses stands first. */
interface Ranked {
  basis: Basis;
  basisStated: boolean;
  version: number | null;
  date: string | null;
  key: string;
  /** Absent for Chinese. */
  language?: string;
}

const BASIS_RANK: Record<Basis, number> = { full: 2, unknown: 1, abstract: 0 };

/**
 * Sorts best first: full text before abstract, newer version before older, Chinese before other languages, stated basis before
 * guessed, newer day first.
 */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    BASIS_RANK[b.basis] - BASIS_RANK[a.basis] ||
    (b.version ?? 0) - (a.version ?? 0) ||
    Number(b.language === undefined) - Number(a.language === undefined) ||
    Number(b.basisStated) - Number(a.basisStated) ||
    (b.date ?? '').localeCompare(a.date ?? '') ||
    a.key.localeCompare(b.key) // only so that the order is the same everywhere
  );
}
