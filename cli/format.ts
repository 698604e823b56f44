import { decodeText } from '@/core/report/decode';
import { formatReport } from '@/core/report/format';
import { readReportJson } from '@/core/report/read';
import { describe, readBytes } from './files';

/**
 * `daodu format FILE.json`: prints the Markdown of a report, given as a line of `daodu parse` or bare. The bytes of its source
 * when nothing was changed.
 *
 * @returns the exit code
 */
export async function runFormat(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length !== 1) {
    process.stderr.write('用法：daodu format FILE.json\n');
    return 2;
  }
  try {
    const { report } = readReportJson(decodeText(readBytes(file)));
    process.stdout.write(formatReport(report));
    return 0;
  } catch (error) {
    process.stderr.write(`${describe(error, file).message}\n`);
    return 1;
  }
}
