/** Where a paper appeared, as far as its journal reference can be taken apart. `container` is never ''. */
export interface Appeared {
  kind: 'journal' | 'conference';
  container: string;
  volume: string;
  issue: string;
  /** `1155-1164`, or the number of an article; '' for none. */
  page: string;
  /** `2011`, or `2011-10` where the month is named; '' for none. */
  date: string;
}

const CONFERENCE =
  /\b(?:proc\.|conf\.|(?:proceedings|conference|symposium|workshops?|CVPR|ICCV|ECCV|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|EMNLP|NAACL|KDD|WWW|SIGIR|ICASSP|ICRA|IROS|CoRL|MICCAI|INTERSPEECH)\b)|会议|论文集/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// Oct. 2011 · 12 October 2011 · October 12, 2011 · 2011
const YEAR = new RegExp(
  String.raw`(?<![\d.:/-])(?:(?:\d{1,2}\s+)?\b(?<month>${MONTHS.join('|')})[a-z]*\.?\s+(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?,\s*)?)?(?<year>(?:19|20)\d\d)(?![\d/-])`,
  'g',
);
const NUMBER = String.raw`[A-Za-z]{0,3}\d{1,9}(?:\.\d+)?`;
const RANGE = String.raw`${NUMBER}(?:\s*(?:-{1,3}|[–—])\s*${NUMBER})?`;
const LABELLED_PAGE = new RegExp(String.raw`(?:\bpp?\.?|\bpages?|\bart(?:icle)?\.?(?:\s*no\.?)?|页)\s*(${RANGE})`, 'i');
const LABELLED_VOLUME = /\bvol(?:ume|\.)?\s*([A-Z]?\d{1,4}[A-Z]?)\b/i;
const LABELLED_ISSUE = /\b(?:no\.?|issue|number|num\.)\s*(\d{1,4}(?:[-/]\d{1,4})?)/i;
// Behind the name: 76:013009 · 100, 136401 · 521, 436-444 · 12(3): 45-67 · 521
const TAIL = new RegExp(
  String.raw`^(?<name>.*?[\p{L}.)])[\s,]*?(?<volume>\d{1,4})(?:\s*\(\s*(?<issue>\d{1,4}(?:[-/]\d{1,4})?)\s*\))?(?:\s*[:,]\s*(?<page>${RANGE})|\s+(?<paged>${RANGE}))?$`,
  'u',
);

const tidy = (text: string) =>
  text
    .replace(/\(\s*[,;:]?\s*\)/g, ' ')
    .replace(/\s*([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.]+|[\s,;:]+$/g, '')
    .trim();
const range = (text: string) => text.replace(/\s*(?:-{1,3}|[–—])\s*/, '-').trim();

function toDate({ year = '', month }: Partial<Record<string, string>>): string {
  return month === undefined ? year : `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`;
}

/** The date behind the name: the last one in brackets, or the last one, as a conference may have another in its name. */
function takeDate(text: string): { date: string; rest: string } {
  const all = [...text.matchAll(YEAR)];
  const isBracketed = ({ 0: { length }, index }: RegExpExecArray) =>
    text[index - 1] === '(' && text[index + length] === ')';
  const bracketed = all.findLast(isBracketed);
  const found = bracketed ?? all.at(-1);
  if (!found) return { date: '', rest: text };
  const behind = text.slice(found.index + found[0].length);
  const rest = tidy(text.slice(0, found.index) + behind);
  // CVPR 2024 is a name as a whole, and so is ACL 2023 Findings.
  const isWhole = behind === '' && /^[\p{L}\s/&-]+$/u.test(rest) && !text.includes(',');
  const isOfName = !bracketed && (/^\s+\p{L}/u.test(behind) || isWhole);
  return { date: toDate(found.groups ?? {}), rest: isOfName ? text : rest };
}

function takeLabelled(text: string, pattern: RegExp): { value: string; rest: string } {
  const found = pattern.exec(text);
  if (!found) return { value: '', rest: text };
  return { value: found[1] ?? '', rest: tidy(text.slice(0, found.index) + text.slice(found.index + found[0].length)) };
}

/**
 * Takes a journal reference apart as far as that is sure: `Phys.Rev.D76:013009,2007`, `Nature 521 (2015) 436-444`, `In Proc. of
 * X, 2023, pp. 1-8`. What is not understood stays in `container`.
 *
 * @returns null for an empty one.
 */
export function parseJournalRef(journalRef: string | null): Appeared | null {
  const whole = (journalRef ?? '').replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 1_000);
  if (whole === '') return null;
  const kind = CONFERENCE.test(whole) ? 'conference' : 'journal';
  const { date, rest: dated } = takeDate(whole.replace(/^in:?\s+(?=\p{Lu})/iu, ''));
  const volume = takeLabelled(dated, LABELLED_VOLUME);
  const issue = takeLabelled(volume.rest, LABELLED_ISSUE);
  const page = takeLabelled(issue.rest, LABELLED_PAGE);
  const known = { kind, volume: volume.value, issue: issue.value, page: range(page.value), date } as const;
  const tail = known.volume === '' ? TAIL.exec(page.rest)?.groups : undefined;
  // A number at the end of a conference's name may be its year; with pages behind it, it is a volume.
  if (tail && (kind === 'journal' || tail['page'] !== undefined)) {
    return {
      ...known,
      container: tidy(tail['name'] ?? ''),
      volume: tail['volume'] ?? '',
      issue: known.issue || (tail['issue'] ?? ''),
      page: known.page || range(tail['page'] ?? tail['paged'] ?? ''),
    };
  }
  return { ...known, container: tidy(page.rest) || whole };
}
