import { Dexie } from 'dexie';
import type { Columns } from '@/core/search/columns';
import { type Answer, answerText, BEGUN, type Found, isEmpty, MEANT, misspelt } from '@/core/search/evaluate';
import type { Clause, TextClause, Wanted } from '@/core/search/query';
import type { Segment } from '@/core/search/segments';
import { beginningTerm, HAS_ANALYSIS, isWord, SHORT } from '@/core/search/terms';
import { allowedTypos, findMeant } from '@/core/search/typos';
import { db } from './db';
import type { IndexState } from './search-rows';
import { readColumns } from './search-columns';
import { PagesCache } from './search-pages-cache';
import { answerNote, answerState, answerTag } from './search-states';

/** Answers to conditions on texts that are kept: those of the words behind which one goes on typing. */
const MOST_ANSWERS = 12;

const plain = (mask: Uint8Array): TextAnswer => ({ mask, scores: null, docs: null, meant: [] });

interface TextAnswer extends Answer {
  /** Words that a misspelt one was taken for. */
  meant: string[];
}

/** Whether nothing stands in the index of any term. */
function isBare(ways: readonly (readonly (readonly Found[])[])[]): boolean {
  return ways.flat(2).every(({ stretches }) => stretches.length === 0);
}

/** What searches have read of the index, for the next one. One for a page. */
export class IndexReader {
  #epoch = 0;
  #pages = new PagesCache();
  #columns: { version: number; columns: Columns } | null = null;
  #answers = new Map<string, TextAnswer>();
  #vocabulary: { segments: string; words: string[] } | null = null;

  /** The columns as they are now; in the transaction of the search. What is read for an answer need not wait for them. */
  async columns({ epoch, version, nextDoc }: IndexState): Promise<Columns> {
    if (this.#epoch !== epoch) {
      this.#epoch = epoch;
      this.#columns = null;
      this.#pages = new PagesCache();
      this.#vocabulary = null;
    }
    if (this.#columns?.version === version) return this.#columns.columns;
    const columns = await readColumns(nextDoc);
    this.#columns = { version, columns };
    return columns;
  }

  async answer(clause: Clause, reading: Promise<Columns>, state: IndexState): Promise<TextAnswer> {
    switch (clause.kind) {
      case 'text':
        return this.#answerText(clause, reading, state);
      case 'has-analysis': {
        const found = await this.#findTerms([[{ text: HAS_ANALYSIS, prefix: false }]], state);
        return plain(answerText(found, (await reading).size, state.alive, 31).mask);
      }
      case 'date': {
        const { from, to } = clause.days;
        return plain(Uint8Array.from((await reading).days, (day) => (day >= from && day <= to ? 1 : 0)));
      }
      case 'tag':
        return plain(await answerTag(await reading, clause.tag));
      case 'has-note':
        return plain(await answerNote(await reading));
      case 'state':
        return plain(await answerState(await reading, clause.state));
    }
  }

  async #answerText(clause: TextClause & { negated: boolean }, reading: Promise<Columns>, state: IndexState) {
    // An answer is for the papers of one version.
    const key = JSON.stringify([state.epoch, state.version, clause.ways, clause.fields, clause.negated]);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known ?? (await this.#lookUp(clause, reading, state));
    this.#answers.set(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_ANSWERS) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }

  async #lookUp(
    { ways, fields, negated }: TextClause & { negated: boolean },
    reading: Promise<Columns>,
    state: IndexState,
  ) {
    const terms = await this.#findTerms(ways, state);
    const word = negated ? null : misspelt(ways);
    const mayBeMeant = word !== null && allowedTypos(word) > 0;
    // Where nothing at all is found of a word, the others are read meanwhile.
    if (mayBeMeant && isBare(terms)) await this.#readVocabulary(state.segments);
    const columns = await reading;
    const found = answerText(terms, columns.size, state.alive, fields);
    if (!mayBeMeant || !isEmpty(found, columns.alive)) return { ...found, meant: [] };
    const meant = findMeant(word, await this.#readVocabulary(state.segments));
    const lists = await Promise.all(meant.map((text) => this.#pages.find({ text, prefix: false }, state.segments)));
    const way = [lists.map((stretches): Found => ({ stretches, weight: MEANT }))];
    return { ...answerText([way], columns.size, state.alive, fields), meant };
  }

  #findTerms(ways: readonly (readonly Wanted[])[], { segments }: IndexState): Promise<Found[][][]> {
    return Promise.all(ways.map((way) => Promise.all(way.map((wanted) => this.#findTerm(wanted, segments)))));
  }

  /** A term's postings; of a beginning those of the word itself, which count more, and of all words that begin so. */
  async #findTerm(wanted: Wanted, segments: readonly Segment[]): Promise<Found[]> {
    const { text, prefix } = wanted;
    if (prefix && text.length <= SHORT && isWord(text)) {
      const [whole, begun] = await Promise.all(
        [text, beginningTerm(text)].map((term) => this.#pages.find({ text: term, prefix: false }, segments)),
      );
      return [
        { stretches: whole ?? [], weight: 1 },
        { stretches: begun ?? [], weight: BEGUN },
      ];
    }
    const stretches = await this.#pages.find(wanted, segments);
    return [
      { stretches: stretches.filter(({ term }) => term === text), weight: 1 },
      { stretches: stretches.filter(({ term }) => term !== text), weight: BEGUN },
    ];
  }

  /** All words of the index that a misspelt one may be meant for, a line each; read with the first of those. */
  async #readVocabulary(segments: readonly Segment[]): Promise<string[]> {
    const key = segments.map(({ id }) => id).join();
    if (this.#vocabulary?.segments !== key) {
      const lists = await Promise.all(
        segments.map(({ id }) =>
          db.searchWords.where('[segment+part]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
        ),
      );
      this.#vocabulary = { segments: key, words: lists.flat().map(({ words }) => words) };
    }
    return this.#vocabulary.words;
  }
}
