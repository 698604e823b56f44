import { type ImportResult, importText } from './import';

/** Where the sample report lies in the package. */
const SAMPLE = '/sample/report.md';

/** Brings the sample report that ships with the extension into the library. `now` is epoch milliseconds. */
export async function importSample(now: number): Promise<ImportResult> {
  const text = await (await fetch(SAMPLE)).text();
  return importText(text, { now });
}
