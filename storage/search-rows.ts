import type { Segment } from '@/core/search/segments';

/** What is known of a paper's place in the search index. */
export interface DocRow {
  paperId: string;
  /** Its number there: a new one whenever what it is found by changes. */
  doc: number;
  /** Of its terms, by which it is told whether they changed. */
  hash: number;
  /** As it is written: lists are sorted by it. */
  title: string;
}

/** Words of a segment of the index, for those that are misspelt. */
export interface WordsRow {
  segment: number;
  part: number;
  /** A line each. */
  words: string;
}

/** How far the search index has come; one row. */
export interface IndexState {
  id: 'index';
  /** Another one for an index that was begun anew, in which numbers mean something else. */
  epoch: number;
  /** Raised with every change that a search may see. */
  version: number;
  /** Numbers below are given out, though those who had them may have died before they wrote anything. */
  nextDoc: number;
  nextSegment: number;
  segments: Segment[];
  /** How many papers can be found. */
  alive: number;
  /** Papers up to this id were compared with the index; null: all. */
  compared: string | null;
  /** A merge that is being done: of which segments, into which, and up to which term that is written. */
  merge: { from: number[]; into: number; after: string; postings: number; parts: number } | null;
}
