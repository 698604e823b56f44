import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { classify, loadRoleModel } from '@/core/roles/classify';
import { answerLines } from './json-lines';

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
  let model;
  try {
    model = loadRoleModel(readFileSync(WEIGHTS));
  } catch {
    return fail('读不到分类器的权重 public/roles.bin，请先运行 npm run train:roles。');
  }
  const result = answerLines(file, '{"sentences":[…]}', (line) => {
    const parsed = lineSchema.safeParse(line);
    return parsed.success ? { labels: classify(model, parsed.data.sentences) } : null;
  });
  if ('problem' in result) return fail(result.problem);
  process.stdout.write(result.answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
