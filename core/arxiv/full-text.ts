export type FullTextKind = 'abstract' | 'body' | 'appendix' | 'acknowledgements' | 'references';
export interface FullTextSection {
  kind: FullTextKind;
  level: number;
  number: string;
  title: string;
  text: string;
}
export interface FullText {
  id: string | null;
  version: number | null;
  title: string;
  authors: string[];
  sections: FullTextSection[];
}
export function parseFullText(_html: string): FullText | null {
  return null;
}
