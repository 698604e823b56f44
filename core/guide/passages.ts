import { plainText } from '../render/text';
import type { Tree, TreeElement } from '../render/tree';
import { informativeSentences } from './line';

/** A paragraph or a list item of a section, as plain text. */
export interface Passage {
  /** The bold words an item begins with, without their colon; '' for a paragraph. */
  name: string;
  text: string;
}

const GENERIC_NAME =
  /^(?:核心|主要|关键|研究|当前)*(?:问题|挑战|背景|动机|目标|方法|贡献|创新点?|结果|意义|概述|简介|性能|总结)(?:与(?:背景|动机|挑战|意义))?$/;
const LISTS = new Set(['ul', 'ol']);

/** How many passages, and how much of each, are read for a gist: no writer's section has more. */
const MOST = 200;
const LONGEST = 3_000;

/** The paragraphs and list items of a body in reading order; headings, tables and code are none. */
export function toPassages(body: readonly Tree[]): Passage[] {
  const passages = read(body);
  return passages.length > MOST ? [...passages.slice(0, MOST), ...passages.slice(-20)] : passages;
}

function read(body: readonly Tree[]): Passage[] {
  return body.flatMap((block): Passage[] => {
    if (typeof block === 'string') return block.trim() ? [{ name: '', text: block.trim().slice(0, LONGEST) }] : [];
    const [tag, , ...children] = block;
    if (tag === 'p') return paragraphs(children);
    if (tag === 'blockquote') return read(children);
    if (LISTS.has(tag)) return children.flatMap((item) => (typeof item === 'string' ? [] : toItem(item)));
    return [];
  });
}

function paragraphs(children: readonly Tree[]): Passage[] {
  const lines = plainText(children).split('\n');
  return lines.flatMap((line) => (line.trim() ? [{ name: '', text: line.trim().slice(0, LONGEST) }] : []));
}

function toItem(item: TreeElement): Passage[] {
  const [, , ...children] = item;
  const nested = children.filter((child) => typeof child !== 'string' && LISTS.has(child[0]));
  const own = children.filter((child) => !nested.includes(child));
  const text = plainText(own)
    .slice(0, LONGEST)
    .replace(/\s*\n\s*/g, ' ');
  const first = own.find((child) => typeof child !== 'string' || child.trim() !== '');
  const bold = typeof first === 'object' && first[0] === 'strong' ? plainText([first]) : '';
  const isNamed =
    bold !== '' && text.startsWith(bold) && (/[：:]\s*$/.test(bold) || /^\s*[：:]/.test(text.slice(bold.length)));
  const passage: Passage = isNamed
    ? { name: bold.replace(/[：:\s]+$/, ''), text: text.slice(bold.length).replace(/^[：:\s]+/, '') }
    : { name: '', text };
  return [passage, ...read(nested)];
}

/** The sentences of a passage that are worth a line; the first carries the item's name where the name says something. */
export function toSentences({ name, text }: Passage): string[] {
  const sentences = informativeSentences(text);
  const [first, ...rest] = sentences;
  if (first === undefined || name === '' || GENERIC_NAME.test(name) || name.length > 40) return sentences;
  const isRepeated = first.startsWith(name);
  return isRepeated ? sentences : [`${name}：${first}`, ...rest];
}
