/** What operators may be given, as far as it is known; lower or upper case as it is written. */
export interface Offers {
  /** Tags of saved papers, the most used first. */
  tags: readonly string[];
  /** Names that begin with what was typed behind `author:`. */
  authors: readonly string[];
  categories: readonly string[];
  /** The reader's day, YYYY-MM-DD. */
  today: string;
}

const MOST = 8;
const STATES = ['is:unread', 'is:to-read', 'is:reading', 'is:read', 'is:saved', 'is:dismissed'];
const HAS = ['has:note', 'has:analysis'];
const OPERATORS = ['author:', 'tag:', 'cat:', 'date:', 'has:note', 'is:unread'];

const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

/** The value that stands at the end of a text behind `author:`, as far as it is typed; null where none does. */
export function authorAtEnd(typed: string): string | null {
  return /(?:^|\s)-?(?:author|作者)[:：]["“]?([^"“”:：]*)$/iu.exec(typed)?.[1] ?? null;
}

function offersFor(name: string, { tags, authors, categories, today }: Offers): string[] {
  switch (name) {
    case 'tag':
      return tags.map((tag) => `tag:${quoted(tag)}`);
    case 'author':
      return authors.map((author) => `author:${quoted(author)}`);
    case 'cat':
      return categories.map((category) => `cat:${category}`);
    case 'date':
      return [today, today.slice(0, 7), today.slice(0, 4)].map((day) => `date:${day}`);
    case 'is':
      return STATES;
    case 'has':
      return HAS;
    default:
      return OPERATORS;
  }
}

/**
 * Ways to go on with what is being typed: operators, and what may stand behind one. Each is the whole text with its last piece
 * completed, for a list of choices under the field.
 */
export function suggestSearches(typed: string, offers: Offers): string[] {
  const author = authorAtEnd(typed);
  const last =
    author === null ? (/\S*$/.exec(typed)?.[0] ?? '') : (/-?(?:author|作者)[:：].*$/iu.exec(typed)?.[0] ?? '');
  const minus = last.startsWith('-') ? '-' : '';
  const piece = last.slice(minus.length);
  if (piece === '') return [];
  const start = typed.slice(0, typed.length - last.length);
  const name = author === null ? (/^([a-z]+)[:：]/i.exec(piece)?.[1]?.toLowerCase() ?? '') : 'author';
  const begun = piece.toLowerCase().replaceAll(/["“”]/g, '').replace('：', ':').replace('作者:', 'author:');
  return offersFor(name, offers)
    .filter((offer) => offer !== piece && offer.toLowerCase().replaceAll('"', '').startsWith(begun))
    .slice(0, MOST)
    .map((offer) => `${start}${minus}${offer}`);
}
