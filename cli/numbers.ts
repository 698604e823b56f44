import * as z from 'zod/mini';
import { checkNumbers } from '@/core/numbers/check';
import { answerLines } from './json-lines';

const lineSchema = z.object({ text: z.string(), source: z.string() });

/**
 * `daodu numbers FILE.jsonl`: reads lines of `{"text","source"}` and prints a line of
 * `{"numbers":[{"text","start","found","sentence"}]}` for each, in order. Empty lines are passed over. Nothing is printed when any
 * line is bad.
 *
 * @returns the exit code
 */
export async function runNumbers(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length !== 1) return fail('用法：daodu numbers FILE.jsonl');
  const result = answerLines(file, '{"text":…,"source":…}', (line) => {
    const parsed = lineSchema.safeParse(line);
    return parsed.success ? { numbers: checkNumbers(parsed.data.text, parsed.data.source) } : null;
  });
  if ('problem' in result) return fail(result.problem);
  process.stdout.write(result.answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
