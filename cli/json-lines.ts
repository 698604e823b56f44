import { readFileSync } from 'node:fs';

/**
 * The answers to the lines of a file, in order; empty lines are passed over. On the first line that is bad, or a file that is,
 * the sentence that says so, and no answers.
 *
 * @param shape what a line looks like, for that sentence
 * @param answer a line's answer, or null when the line has another shape
 */
export function answerLines(
  file: string,
  shape: string,
  answer: (line: unknown) => object | null,
): { answers: object[] } | { problem: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    return { problem: cause instanceof TypeError ? `${file} 不是 UTF-8 文本。` : `读不到文件 ${file}。` };
  }
  const answers: object[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const given = answer(parseJson(line));
    if (!given) return { problem: `${file} 第 ${at + 1} 行不是 ${shape} 形式的 JSON。` };
    answers.push(given);
  }
  return answers.length === 0 ? { problem: `${file} 里没有内容。` } : { answers };
}

/** What a line holds; undefined, which no line can hold, when it is no JSON. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
