import { absUrl, htmlUrl, parseArxivId, pdfUrl } from '../arxiv/id';
import type { PaperRecord } from '../library/records';
import { safeHref } from '../render/allowed';

/** A way to a paper, by an address that may stand in a link. */
export interface PaperLink {
  label: string;
  href: string;
}

/** The paper's own page; null where its id is none of arXiv's. */
export function paperHref({ id, version }: Pick<PaperRecord, 'id' | 'version'>): string | null {
  return parseArxivId(id)?.base === id ? safeHref(absUrl(id, version)) : null;
}

/** The usual ways to a paper, then those that its source names beside them. Addresses of other kinds are left out. */
export function linksOf({ id, version, links }: Pick<PaperRecord, 'id' | 'version' | 'links'>): PaperLink[] {
  const isOurs = paperHref({ id, version }) !== null;
  const usual = isOurs
    ? [
        { label: 'arXiv', href: absUrl(id, version) },
        { label: 'PDF', href: pdfUrl(id, version) },
        { label: 'HTML', href: htmlUrl(id, version) },
      ]
    : [];
  const known = new Set([absUrl(id), pdfUrl(id), htmlUrl(id), ...usual.map(({ href }) => href)]);
  const others = links.flatMap(({ label, url }) => {
    const href = safeHref(url);
    return href === null || known.has(href.replace(/^http:/, 'https:')) ? [] : { label: label.trim() || href, href };
  });
  return [...usual, ...others];
}
