import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { classify, loadRoleModel } from '@/core/roles/classify';

const WEIGHTS = join(import.meta.dirname, '..', 'public', 'roles.bin');

const lineSchema = z.object({ sentences: z.array(z.string()) });

/**
 * `daodu roles FILE.jsonl`: reads lines of `{"sentences":[…]}` and prints a line of `{"labels":[…]}` for each, in
 * order. Empty lines are passed over. Nothing is printed when any line is bad.
 *
 * @returns the exit code
 */
export async function runRoles(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length !== 1) return fail('用法：daodu roles FILE.jsonl');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    return fail(cause instanceof TypeError ? `${file} 不是 UTF-8 文本。` : `读不到文件 ${file}。`);
  }
  let model;
  try {
    model = loadRoleModel(readFileSync(WEIGHTS));
  } catch {
    return fail('读不到分类器的权重 public/roles.bin，请先运行 npm run train:roles。');
  }
  const answers: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const sentences = parseLine(line);
    if (!sentences) return fail(`${file} 第 ${at + 1} 行不是 {"sentences":[…]} 形式的 JSON。`);
    answers.push(`${JSON.stringify({ labels: classify(model, sentences) })}\n`);
  }
  if (answers.length === 0) return fail(`${file} 里没有内容。`);
  process.stdout.write(answers.join(''));
  return 0;
}

function parseLine(line: string): string[] | null {
  try {
    return lineSchema.parse(JSON.parse(line)).sentences;
  } catch {
    return null;
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
