/** The styles in which papers are cited. */
export const CITATION_STYLES = ['gb', 'apa', 'ieee'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What papers of the library are copied as, in the order in which it is offered. */
export const COPY_FORMATS = ['text', 'rich', 'markdown', 'gb', 'apa', 'ieee', 'bibtex', 'comparison'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];
/** Those that neither a style nor a table of its own is needed for. */
export type PlainCopyFormat = Exclude<CopyFormat, CitationStyle | 'comparison'>;

export function isCitation(format: CopyFormat): format is CitationStyle {
  return CITATION_STYLES.some((style) => style === format);
}

/** Whether it is copied as HTML too. */
export function isRich(format: CopyFormat): boolean {
  return format === 'rich' || format === 'comparison' || isCitation(format);
}
