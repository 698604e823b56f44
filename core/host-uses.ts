import type { PrivacyWords } from './words/privacy';
import { fill } from './words/words';

/** What needs a host: a model or a feed of the reader's, with its name. */
export interface HostUse {
  host: string;
  kind: 'model' | 'feed' | 'sync' | 'zotero';
  name: string;
}

/** What a host is used for, one line each; `host` without its port, as permissions name it, `*` for any. */
export function describeUses(host: string, uses: readonly HostUse[], words: PrivacyWords): string[] {
  if (/^(?:.+\.)?arxiv\.org$/.test(host)) return [words.for_arxiv];
  const of = uses.filter(
    (use) => host === '*' || host === use.host || (host.startsWith('*.') && use.host.endsWith(host.slice(1))),
  );
  return [...new Set(of.map(({ kind, name }) => fill(words[`for_${kind}`], { name })))];
}
