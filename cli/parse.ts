import type { ReadReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { dateOfName } from '@/core/report-day';
import { describe, readInputText } from './files';

/**
 * `daodu parse FILE…`: prints one line of JSON per file, in order: `{file, report, skipped}`, or `{file, error}` while the other
 * files go on.
 *
 * @returns 1 when any file failed, 2 when none was named
 */
export async function runParse(files: string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('用法：daodu parse FILE…\n');
    return 2;
  }
  let code = 0;
  for (const file of files) {
    let line: object;
    try {
      line = { file, ...readFile(file) };
    } catch (error) {
      line = { file, error: describe(error, file) };
      code = 1;
    }
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await drained();
  }
  return code;
}

function readFile(file: string): ReadReport {
  return readInput(readInputText(file), { date: dateOfName(file) });
}

function drained(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('drain', resolve);
    process.stdout.once('close', resolve);
  });
}
