import { clean } from './values';

/** Names that mean something else in an analysis than at the top of its row. */
const SHARED = new Set(['summary', 'abstract', 'title', 'comment', 'comments', 'authors', 'categories', 'date']);

/** Fields nobody knows, by label. Two texts under one label stand one below the other. */
export class Extras {
  private readonly texts = new Map<string, string>();

  add(label: string, text: string): void {
    const name = toName(label);
    const known = this.texts.get(name);
    if (text === '' || text === known) return;
    this.texts.set(name, known === undefined ? text : `${known}\n${text}`);
  }

  /** Adds a field of the analysis, which keeps apart from one of its name at the top of the row. */
  addOfAnalysis(label: string, text: string): void {
    const known = this.texts.get(toName(label));
    const isOther = SHARED.has(label) || (known !== undefined && known !== text);
    this.add(isOther ? `AI.${label}` : label, text);
  }

  toRecord(): Record<string, string> {
    return Object.fromEntries(this.texts);
  }
}

function toName(label: string): string {
  // An object cannot hold `__proto__` as it does other names.
  return clean(label).replace(/^__proto__$/, '_proto_') || '?';
}
