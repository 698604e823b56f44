import { Dexie } from 'dexie';
import type { Columns } from '@/core/search/columns';
import { type Answer, answerText, BEGUN, type Found, isEmpty, MEANT, misspelt } from '@/core/search/evaluate';
import type { Clause, TextClause, Wanted } from '@/core/search/query';
import type { Segment } from '@/core/search/segments';
import { beginningTerm, HAS_ANALYSIS, isWord, SHORT } from '@/core/search/terms';
import { allowedTypos, findMeant, toVocabulary, type Vocabulary } from '@/core/search/typos';
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

/** What searches have read of the index, for the next one. One for a page. */
export class IndexReader {
  #epoch = 0;
  #pages = new PagesCache();
  #columns: { version: number; columns: Columns } | null = null;
  #answers = new Map<string, TextAnswer>();
  #vocabulary: { segments: string; words: Vocabulary } | null = null;

  /** The columns as they are now; in the transaction of the search. */
  async columns({ epoch, version, nextDoc }: IndexState): Promise<Columns> {
    if (this.#epoch !== epoch) {
      this.#epoch = epoch;
      this.#columns = null;
      this.#pages = new PagesCache();
      this.#vocabulary = null;
    }
    if (this.#columns?.version !== version) {
      this.#columns = { version, columns: await readColumns(nextDoc) };
      this.#answers.clear();
    }
    return this.#columns.columns;
  }

  async answer(clause: Clause, columns: Columns, state: IndexState): Promise<TextAnswer> {
    switch (clause.kind) {
      case 'text':
        return this.#answerText(clause, columns, state);
      case 'has-analysis':
        return plain((await this.#find([[{ text: HAS_ANALYSIS, prefix: false }]], columns, state, 31)).mask);
      case 'date': {
        const { from, to } = clause.days;
        return plain(Uint8Array.from(columns.days, (day) => (day >= from && day <= to ? 1 : 0)));
      }
      case 'tag':
        return plain(await answerTag(columns, clause.tag));
      case 'has-note':
        return plain(await answerNote(columns));
      case 'state':
        return plain(await answerState(columns, clause.state));
    }
  }

  async #answerText(clause: TextClause & { negated: boolean }, columns: Columns, state: IndexState) {
    const key = JSON.stringify([clause.ways, clause.fields, clause.negated]);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known ?? (await this.#lookUp(clause, columns, state));
    this.#answers.set(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_ANSWERS) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }

  async #lookUp({ ways, fields, negated }: TextClause & { negated: boolean }, columns: Columns, state: IndexState) {
    const found = await this.#find(ways, columns, state, fields);
    const word = misspelt(ways);
    if (negated || word === null || allowedTypos(word) === 0 || !isEmpty(found, columns.alive)) {
      return { ...found, meant: [] };
    }
    const meant = findMeant(word, await this.#readVocabulary(state.segments));
    const lists = await Promise.all(meant.map((text) => this.#pages.find({ text, prefix: false }, state.segments)));
    const way = [lists.map((stretches): Found => ({ stretches, weight: MEANT }))];
    return { ...answerText([way], columns.size, state.alive, fields), meant };
  }

  async #find(
    ways: readonly (readonly Wanted[])[],
    { size }: Columns,
    { segments, alive }: IndexState,
    fields: number,
  ) {
    const found = await Promise.all(
      ways.map((way) => Promise.all(way.map((wanted) => this.#findTerm(wanted, segments)))),
    );
    return answerText(found, size, alive, fields);
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

  /** All words of the index that a misspelt one may be meant for; read with the first of those. */
  async #readVocabulary(segments: readonly Segment[]): Promise<Vocabulary> {
    const key = segments.map(({ id }) => id).join();
    if (this.#vocabulary?.segments !== key) {
      const lists = await Promise.all(
        segments.map(({ id }) =>
          db.searchWords.where('[segment+part]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
        ),
      );
      const words = new Set(lists.flat().flatMap((row) => row.words.split('\n')));
      this.#vocabulary = { segments: key, words: toVocabulary([...words]) };
    }
    return this.#vocabulary.words;
  }
}
