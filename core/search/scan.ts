import { findDayNumber } from '../report-day';
import type { Saved } from '../paper';
import type { Clause, Query, State, TextClause, Wanted } from './query';
import { findTags } from './tags';
import { type Searched, textsOf, toPhrase, toTerms } from './terms';

/** A paper with all that a search may ask of it. */
export interface Scanned extends Searched {
  status: Saved['status'] | null;
  saved: boolean;
  seen: boolean;
  dismissed: boolean;
}

/** Whether a paper is in a state. Unread is what is to be read, and what was neither opened nor given a status. */
export function isInState(paper: Pick<Scanned, 'status' | 'saved' | 'seen' | 'dismissed'>, state: State): boolean {
  switch (state) {
    case 'saved':
      return paper.saved;
    case 'dismissed':
      return paper.dismissed && !paper.saved;
    case 'unread':
      return statusOf(paper) === 'to-read' || (statusOf(paper) === null && !paper.seen);
    default:
      return statusOf(paper) === state;
  }
}

/** The status that counts: that of a paper whose star went may come back with it. */
function statusOf({ status, saved }: Pick<Scanned, 'status' | 'saved'>) {
  return (saved && status) || null;
}

/** The fields in which the terms of one way stand together; 0 for none. */
function fieldsOf(way: readonly Wanted[], terms: ReadonlyMap<string, number>): number {
  let fields = 31;
  for (const wanted of way) fields &= byteOf(wanted, terms);
  return fields;
}

function byteOf({ text, prefix }: Wanted, terms: ReadonlyMap<string, number>): number {
  let found = terms.get(text) ?? 0;
  if (prefix) for (const [term, byte] of terms) if (term.startsWith(text)) found |= byte;
  return found;
}

function meetsText(clause: TextClause, paper: Scanned, terms: ReadonlyMap<string, number>): boolean {
  if (!clause.ways.some((way) => (fieldsOf(way, terms) & clause.fields) !== 0)) return false;
  const { phrase, fields } = clause;
  return (
    phrase === null || textsOf(paper).some(([field, text]) => (field & fields) !== 0 && toPhrase(text).includes(phrase))
  );
}

function meets(clause: Clause, paper: Scanned, terms: ReadonlyMap<string, number>, tags: readonly string[]): boolean {
  switch (clause.kind) {
    case 'text':
      return meetsText(clause, paper, terms);
    case 'tag':
      return paper.tags.some((tag) => findTags(clause.tag, tags).includes(tag));
    case 'date': {
      const day = findDayNumber(paper.paper.published ?? '') ?? 0;
      return day >= clause.days.from && day <= clause.days.to;
    }
    case 'has-note':
      return paper.note.trim() !== '';
    case 'has-analysis':
      return paper.analyses.length > 0;
    case 'state':
      return isInState(paper, clause.state);
  }
}

/**
 * Whether a paper that stands in no index is found by a search.
 *
 * @param tags all that there are: a tag that is not there as it was typed stands for those that begin so
 */
export function findsPaper({ clauses }: Query, paper: Scanned, tags: readonly string[] = paper.tags): boolean {
  const terms = toTerms(paper);
  return clauses.every((clause) => meets(clause, paper, terms, tags) !== clause.negated);
}
