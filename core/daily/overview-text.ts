import { isContainerTitle, isReportHead, isSmallTalk } from '../guide/small-talk';
import type { Summary } from '../paper';
import { isFailure } from '../report/failure';
import { readSummary } from '../report/summary';
import { cleanMarkdown } from '../writing/clean';
import { readLooseObject } from '../writing/loose-json';
import { withoutThoughts } from '../writing/thoughts';

const LONGEST = 12_000;
/** Characters of text, headings apart, below which nothing is an overview; without a heading it must be a longer text. */
const SHORTEST = 60;
const SHORTEST_BARE = 120;
const HEADING = /^[ \t]{0,3}#{1,6}[ \t]+/;
/** The name of the whole above its first words. */
const LONE_TITLE = /^\s*(?:#{1,6}[ \t][^\n]*|\*\*[^*\n]{1,100}\*\*)[ \t]*(?:\n[ \t]*\n|$)/;
const ANY_HEADING = /^[ \t]{0,3}(?:#{1,6}[ \t]|\*\*[^*\n]+\*\*[：:]?[ \t]*$)/m;

/**
 * The overview in a model's answer: sections under `###`, without what the model thought or said to whoever asked, without links
 * but to `ids`. Null where the answer is blank, a refusal, asks for the papers, or is a skeleton; whether it is long enough is for
 * `saysEnough`.
 */
export function readOverviewText(text: string, ids: ReadonlySet<string>): string | null {
  const spoken = withoutThoughts(text.slice(0, LONGEST * 4), ANY_HEADING);
  if (spoken === null) return null;
  const clean = cleanMarkdown(unwrap(withoutReasoning(spoken)), ids, LONGEST);
  if (clean === '' || isFailure(clean)) return null;
  return withSections(clean, ids.size);
}

const REASONING =
  /^(?:#+ |\*\*)?(?:thinking(?: process)?|reasoning|thought process|思考过程|思路|分析过程)(?:\*\*)?[：:](?:\*\*)?|^(?:okay|ok|alright|hmm|嗯|好，)[,，].{0,40}(?:let me|i need|i should|the user|用户|我需要|我要|我先|让我)|^(?:let me (?:think|start|first)|the user (?:wants|asks)|we need to|用户(?:要求|希望|想)|首先[,，]我(?:需要|要|先))/i;
const ANSWER_MARK =
  /^(?:#+ |\*\*)?(?:final (?:answer|output|response)|answer|最终(?:答案|输出|版本)|正式输出|输出|回答)(?:\*\*)?[：:]?(?:\*\*)?[ \t]*$/im;

/** Thinking that was written down as if it was the answer, in front of it. */
function withoutReasoning(text: string): string {
  if (!REASONING.test(text)) return text;
  const mark = ANSWER_MARK.exec(text);
  if (mark) return text.slice(mark.index + mark[0].length);
  const at = /^[ \t]{0,3}#{1,4}[ \t]+(?!thinking|reasoning|思考|分析过程)/im.exec(text)?.index;
  return at === undefined ? text : text.slice(at);
}

/** What stands in a fence or in an object with one text, when that is the most of the answer. */
function unwrap(text: string): string {
  const open = /^[ \t]*```[ \t]*(?:markdown|md|text|json)?[ \t]*$/im.exec(text);
  const rest = open ? text.slice(open.index + open[0].length) : '';
  const inner = rest.slice(0, /^[ \t]*```[ \t]*$/m.exec(rest)?.index);
  const body = inner.length * 2 > text.length ? inner : text;
  if (!/^\s*\{/.test(body)) return body;
  const { value } = readLooseObject(body, body.indexOf('{'), true);
  const texts =
    value.kind === 'object' ? value.entries.flatMap(([, one]) => (one.kind === 'text' ? [one.text] : [])) : [];
  return texts.length === 1 ? (texts[0] ?? '') : '';
}

/** The same text with its main headings in one form, and those within a section a level below. */
function withSections(text: string, count: number): string {
  const { sections } = readSummary(text, count) ?? { sections: [] };
  return sections
    .filter((section) => !isTalk(section))
    .map(({ title, markdown }) => {
      const name = nameOf(title);
      const body = bodyOf(name === '' ? markdown.replace(LONE_TITLE, '') : markdown);
      if (body === '') return '';
      return name === '' ? body : `### ${name}\n\n${body}`;
    })
    .filter((block) => block !== '')
    .join('\n\n');
}

function isTalk({ title, markdown }: Summary['sections'][number]): boolean {
  return title === '' && isSmallTalk(markdown.replaceAll('**', ''));
}

/** A heading without its number and marks. */
function nameOf(title: string): string {
  return title
    .replace(/\*\*|__|^#+\s*/g, '')
    .replace(
      /^\s*(?:[第(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[部分节]{0,2}[)）]?\s*(?:[.、:：．]|(?<=[)）分节])|\s(?![篇个类种项大]))\s*)/,
      '',
    )
    .replace(/[\s:：]+$/, '')
    .trim();
}

/** The text of a section: no rules, no head of a letter, no name of the whole; headings below `###`. */
function bodyOf(markdown: string): string {
  const paragraphs = markdown.split(/\n[ \t]*\n/).filter((paragraph) => {
    const plain = paragraph.replace(/\*\*|^[#\s]+/gm, '').trim();
    return plain !== '' && !/^[-*_]{3,}$/.test(plain) && !isReportHead(plain) && !isContainerTitle(plain);
  });
  return paragraphs.join('\n\n').replace(new RegExp(HEADING, 'gm'), '#### ').trimEnd();
}

/** Whether there is more than a word to whoever asked. */
export function saysEnough(markdown: string): boolean {
  const lines = markdown.split('\n').filter((line) => !HEADING.test(line));
  const size = lines.join('').replace(/[\s*_>-]/g, '').length;
  return size >= (lines.length < markdown.split('\n').length ? SHORTEST : SHORTEST_BARE);
}
