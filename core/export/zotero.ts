import { absUrl, pdfUrl } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import type { LibraryPaper, PaperRecord } from '../library/records';
import { cleanText } from '../render/allowed';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { yearOf } from './cite-key';
import { dayOf, doiOf, isOnArxiv, labelled, titleOf } from './facts';
import { splitName } from './names';
import { zoteroNotes } from './zotero-note';

type ZoteroCreator =
  | { creatorType: 'author'; firstName: string; lastName: string }
  /** A name in one field: a group, or one that has no parts. */
  | { creatorType: 'author'; lastName: string; fieldMode: 1 };

/**
 * A paper as Zotero's connectors send it: the fields of its item type `preprint`, with child notes as HTML.
 *
 * @see https://api.zotero.org/itemTypeFields?itemType=preprint
 */
export interface ZoteroItem {
  /** Names the item within the request. */
  id: string;
  itemType: 'preprint';
  title: string;
  creators: ZoteroCreator[];
  abstractNote: string;
  date: string;
  repository: string;
  archiveID: string;
  DOI: string;
  url: string;
  /** An ISO time. */
  accessDate: string;
  libraryCatalog: string;
  extra: string;
  tags: { tag: string }[];
  notes: { note: string }[];
  /** Zotero 6 fetches them; later ones leave that to whoever sends, and to 查找可用的 PDF. */
  attachments: { title: string; url: string; mimeType: string }[];
}

const write = (text: string) => cleanText(toUnicode(text)).replace(/\s+/g, ' ').trim();

function toCreator(name: string): ZoteroCreator | null {
  const { surname, forename, suffix } = splitName(write(name));
  if (surname === '') return null;
  if (forename === '') return { creatorType: 'author', lastName: surname, fieldMode: 1 };
  // Zotero has no field for it; behind the forename and a comma its styles know it.
  return { creatorType: 'author', firstName: suffix === '' ? forename : `${forename}, ${suffix}`, lastName: surname };
}

/** What has no field of its own, in the form in which Zotero's arXiv translator and Chinese plug-ins read it again. */
function extraOf(paper: PaperRecord, language: Language): string {
  const words = exportWords[language];
  const [category = ''] = paper.categories;
  const lines = [
    isOnArxiv(paper) ? `arXiv:${paper.id}${category === '' || paper.id.includes('/') ? '' : ` [${category}]`}` : '',
    paper.titleChinese?.trim() ? `titleTranslation: ${write(paper.titleChinese)}` : '',
    paper.version === null ? '' : `version: ${paper.version}`,
    paper.journalRef?.trim() ? labelled(words.journalRef, write(paper.journalRef), words) : '',
    paper.comments?.trim() ? labelled(words.comments, write(paper.comments), words) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** A paper with its analyses, tags and note as an item for the running Zotero. */
export function toZoteroItem(each: LibraryPaper, { language, now }: { language: Language; now: Date }): ZoteroItem {
  const { paper, saved } = each;
  const onArxiv = isOnArxiv(paper);
  const tags = new Set((saved?.tags ?? []).map(write).filter((tag) => tag !== ''));
  return {
    id: paper.id,
    itemType: 'preprint',
    title: write(titleOf(paper)),
    creators: paper.authors.map(toCreator).filter((creator) => creator !== null),
    abstractNote: write(paper.abstract),
    date: dayOf(paper) || yearOf(paper),
    repository: onArxiv ? 'arXiv' : '',
    archiveID: onArxiv ? `arXiv:${paper.id}` : '',
    DOI: doiOf(paper) || (onArxiv ? `10.48550/arXiv.${paper.id}` : ''),
    url: onArxiv ? absUrl(paper.id) : '',
    accessDate: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    libraryCatalog: onArxiv ? 'arXiv.org' : '',
    extra: extraOf(paper, language),
    tags: [...tags].map((tag) => ({ tag })),
    notes: zoteroNotes(each, language).map((note) => ({ note })),
    attachments: onArxiv
      ? [{ title: 'Preprint PDF', url: pdfUrl(paper.id, paper.version), mimeType: 'application/pdf' }]
      : [],
  };
}
