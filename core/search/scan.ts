import { findDayNumber } from '../report-day';
import type { Saved } from '../paper';
import { toLower } from './fold';
import type { Clause, Query, State, TextClause, Wanted } from './query';
import { type Searched, textsOf, timesOf, toPhrase, toTerms } from './terms';

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
      return paper.status === 'to-read' || (!paper.status && !paper.seen);
    default:
      return paper.status === state;
  }
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

function meets(clause: Clause, paper: Scanned, terms: ReadonlyMap<string, number>): boolean {
  switch (clause.kind) {
    case 'text':
      return meetsText(clause, paper, terms);
    case 'tag':
      return paper.tags.some((tag) => toLower(tag) === toLower(clause.tag));
    case 'date': {
      const day = findDayNumber(paper.paper.published ?? '') ?? 0;
      return day >= clause.days.from && day <= clause.days.to;
    }
    case 'has-note':
      return paper.note !== '';
    case 'has-analysis':
      return paper.analyses.length > 0;
    case 'state':
      return isInState(paper, clause.state);
  }
}

/** How well a paper answers a search; null when it does not. */
export function scanPaper(query: Query, paper: Scanned): number | null {
  const terms = toTerms(paper);
  if (!query.clauses.every((clause) => meets(clause, paper, terms) !== clause.negated)) return null;
  let score = 0;
  for (const clause of query.clauses) {
    if (clause.kind !== 'text' || clause.negated) continue;
    for (const wanted of clause.ways.flat()) {
      const byte = byteOf(wanted, terms);
      score += (byte & 1) * 8 + (byte & 2) * 2 + (byte & 12 ? 3 : 0) + timesOf(byte) / 7;
    }
  }
  return score;
}
