import type { Report } from '@/core/paper';

/** Marks of the generator's frame, which are written from a report's form and stand in no field. */
const FRAME = new Set(
  'time # ## --- Executive Summary Table of Contents Papers Authors Published Categories Abstract Analysis Key Findings Links - ### 论文解读 a id /a'.split(
    ' ',
  ),
);
const BREAKS = /(\]\(https?:\/\/arxiv\.org\/(?:abs|pdf|html)\/|\*\*|[[\](),:：<>=#'"]+)/;

/**
 * How much of a source can be reached in what was read from it, in characters that are not blank: each run of them stands in
 * some text of the report, or falls into such and into marks of the generator's frame.
 */
export function reach(source: string, report: Report): { total: number; lost: string[]; ratio: number } {
  const texts: string[] = [];
  JSON.stringify(report, (key, value: unknown) => {
    texts.push(key);
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  for (const { id, version } of report.papers) texts.push(`${id}v${version}`);
  if (report.date) texts.push(report.date.replaceAll('-', ''));
  const said = texts.join('\0');
  const known = (word: string) => word === '' || FRAME.has(word) || said.includes(word);

  const runs = source.match(/\S+/g) ?? [];
  const lost: string[] = [];
  let total = 0;
  for (const [index, run] of runs.entries()) {
    total += run.length;
    if (known(run)) continue;
    // Numbers in front of the entries of a table of contents are places.
    if (/^\d{1,4}[.)]$/.test(run) && runs[index + 1]?.startsWith('[')) continue;
    for (const word of run.split(BREAKS)) if (!known(word) && !BREAKS.test(word)) lost.push(word);
  }
  return { total, lost, ratio: 1 - lost.join('').length / Math.max(1, total) };
}
