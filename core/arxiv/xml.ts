import { XmlElement, parseXml } from '@rgrove/parse-xml';
import { AppError } from '../errors';
import type { Skipped } from '../paper';
import { cleanText } from './clean-text';

export interface Answer {
  root: XmlElement;
  /** The line an element begins on, from 1. Asked for elements in their order, it counts each line once. */
  lineOf: (element: XmlElement) => number;
}

/**
 * Reads an answer of arXiv's as XML.
 *
 * @throws AppError `arxiv-busy` when arXiv says, in plain words, that it was asked too often; `arxiv-answer` when the text is
 *   not XML with the given root.
 */
export function parseAnswer(text: string, rootName: string): Answer {
  if (/^\s*rate exceeded/i.test(text)) throw new AppError('arxiv-busy', 'arXiv answered “Rate exceeded”');
  // One control character in one abstract must not cost the day's feed.
  const xml = text.replace(/(?!\t|\n|\r)[\p{Cc}\ufeff\ufffe\uffff]/gu, '').trim();
  const root = parseRoot(xml);
  if (root?.name !== rootName) throw new AppError('arxiv-answer', `arXiv’s answer is no ${rootName}`);
  let line = 1 + (text.slice(0, text.length - text.trimStart().length).match(/\n/g)?.length ?? 0);
  let at = 0;
  const lineOf = ({ start }: XmlElement) => {
    line += xml.slice(at, start).match(/\n/g)?.length ?? 0;
    at = Math.max(at, start);
    return line;
  };
  return { root, lineOf };
}

function parseRoot(xml: string): XmlElement | null {
  try {
    // It reads recursively: what is nested too deep for it is an error as well.
    return parseXml(xml, { includeOffsets: true }).root;
  } catch (cause) {
    throw new AppError('arxiv-answer', 'arXiv’s answer is no XML', { cause });
  }
}

/** The child elements of one name, with its prefix: `arxiv:comment`. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
}

/** The first such child's text, cleaned; '' when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return cleanText(childrenOf(element, name)[0]?.text ?? '');
}

/** Reads each element; one that cannot be used is named with its line, and why. */
export function readEach<T>(
  elements: XmlElement[],
  lineOf: Answer['lineOf'],
  read: (element: XmlElement) => T | string,
): { values: T[]; skipped: Skipped[] } {
  const values: T[] = [];
  const skipped: Skipped[] = [];
  for (const element of elements) {
    const value = read(element);
    if (typeof value === 'string') skipped.push({ line: lineOf(element), reason: value });
    else values.push(value);
  }
  return { values, skipped };
}
