import { absUrl, pdfUrl } from '../arxiv/id';
import type { Paper } from '../paper';
import { keySentences } from '../roles/key-findings';
import { splitSentences } from '../roles/sentences';
import type { AnnouncedPaper } from './announced-paper';
import { settlePaper } from './settle';

/**
 * An announced paper as a report has it before any model has read it: its key findings are the abstract's own key sentences, in
 * English, and it has no analysis. The outline (背景、目标、方法、结果) does not travel in the report: every reader's panel makes it
 * from the abstract, and in the place of an analysis it would pass for one. `comments` stand under the label by which the
 * library knows them.
 */
export function toPaper(announced: AnnouncedPaper): Paper {
  const { id, version, title, authors, abstract, categories, published, comments } = announced;
  return settlePaper({
    id,
    version,
    title,
    titleChinese: null,
    authors,
    published,
    categories,
    abstract,
    analysis: null,
    failure: null,
    keyFindings: keySentencesOf(abstract),
    links: [
      { label: 'PDF', url: pdfUrl(id, version) },
      { label: 'arXiv', url: absUrl(id, version) },
    ],
    extra: comments === null ? {} : { Comments: comments },
    saved: null,
  });
}

/** The key sentences of an abstract, in its order; none of an abstract without text. */
export function keySentencesOf(abstract: string): string[] {
  const sentences = splitSentences(abstract);
  const keys = keySentences(sentences);
  return sentences.filter((_, at) => keys[at]);
}
