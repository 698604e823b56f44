import { isBlank, type Source } from './source';

/** A line `**Label:** value`. Positions count within the line. */
export interface LabelLine {
  label: string;
  /** The label as written, with its asterisks and colon. */
  mark: string;
  value: string;
}

const LABEL = /^\*\*(?<inside>[^*\n]{1,60}?)(?:[:：]\*\*|\*\*[:：])/;
const ANALYSIS = /^(?:\*\*(?:Analysis|论文解读)(?:[:：]\*\*|\*\*[:：]?)|#{1,6} 论文解读[:：]?)\s*$/;

export function readLabel(line: string): LabelLine | null {
  if (!line.startsWith('**')) return null;
  const found = LABEL.exec(line);
  const label = found?.groups?.['inside']?.trim();
  // An object cannot hold `__proto__` as it does other names.
  if (!found || !label || label === '__proto__') return null;
  return { label, mark: found[0], value: line.slice(found[0].length).trim() };
}

export function isLabel(line: string | undefined, label: string): boolean {
  return line !== undefined && line.startsWith('**') && readLabel(line)?.label === label;
}

/** A label alone on its line: its value stands below. */
export function isBareLabel(line: string | undefined, label: string): boolean {
  return isLabel(line, label) && readLabel(line ?? '')?.value === '';
}

/** Whether the line says that an analysis follows: `**Analysis:**`, or `### 论文解读`. */
export function isAnalysisMark(line: string | undefined): boolean {
  return line !== undefined && ANALYSIS.test(line);
}

/** Mostly Chinese, as analyses are and abstracts are not. */
export function isChinese(text: string): boolean {
  let chinese = 0;
  let filled = 0;
  for (const sign of text.slice(0, 400)) {
    if (/\s/.test(sign)) continue;
    filled += 1;
    if (/\p{Script=Han}/u.test(sign)) chinese += 1;
  }
  return chinese * 4 > filled;
}

/**
 * Where unknown `**Label:** value` fields begin at the end of the lines [from, to): paragraphs of one line with an English label.
 * Labels that an analysis uses itself, in which a model repeats the paper's fields, are not taken.
 */
export function findTrailingLabels(source: Source, from: number, to: number): number {
  const { lines } = source;
  let start = to;
  for (let at = to - 1; at > from; at -= 1) {
    const line = lines[at];
    if (isBlank(line)) continue;
    const found = readLabel(line ?? '');
    if (!found || !isFieldOfFrame(found) || !(isBlank(lines[at - 1]) || readLabel(lines[at - 1] ?? ''))) break;
    start = at;
  }
  return isBlank(lines[start - 1]) ? start : to;
}

const OF_ANALYSES =
  /^(?:(?:paper |full )?title|authors?|published|publi(?:shed|cation) date|date|categor(?:y|ies)|abstract|analysis|key findings|links?|summary|conclusions?|problem|motivation|method|approach|results?|limitations?|future work|contributions?|impact|innovation|overall|note|keywords?)$/i;

function isFieldOfFrame({ label, value }: LabelLine): boolean {
  if (!/^[\x20-\x7E]{1,30}$/.test(label) || label.split(' ').length > 3 || OF_ANALYSES.test(label)) return false;
  return value.length > 0 && value.length <= 200 && !isChinese(value);
}
