import { exactly, mention, type Mention } from './mention';

const SMALL: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  seventy: 70, eighty: 80, ninety: 90,
}; // prettier-ignore
const LARGE: Record<string, number> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, dozen: 12 };
const MULTIPLES: Record<string, number> = {
  double: 2, doubles: 2, doubled: 2, doubling: 2, twice: 2, triple: 3, triples: 3, tripled: 3, tripling: 3, thrice: 3, quadruple: 4,
  quadruples: 4, quadrupled: 4,
}; // prettier-ignore
const PARTS: Record<string, number> = {
  half: 50,
  halve: 50,
  halves: 50,
  halved: 50,
  halving: 50,
  third: 100 / 3,
  thirds: 100 / 3,
  quarter: 25,
  quarters: 25,
};

const COUNT = Object.keys(SMALL).join('|');
const SCAN = new RegExp(
  [
    `(?<orders>\\b(?:an?|(?<powers>${COUNT}|\\d))(?: full)?[ -]orders?[ -]of[ -]magnitude)`,
    `\\b(?<multiple>${Object.keys(MULTIPLES).join('|')})\\b`,
    `\\b(?:(?<many>a|one|two|three)[ -])?(?<part>${Object.keys(PARTS).join('|')})\\b(?<of> of\\b)?`,
    `\\ban? (?<round>${Object.keys(LARGE).join('|')})\\b`,
    `\\b(?<first>${COUNT})(?:[ -](?<second>${COUNT}))?(?:[ -](?<large>${Object.keys(LARGE).join('|')}))?(?:(?<percent> per ?cent\\b)|(?<fold>[ -]?fold\\b)|(?<times> times\\b))?(?![a-z])`,
  ].join('|'),
  'gi',
);

/** Numbers in English words. Those with a sign of their own (twofold, five percent) are marked `isSigned`. */
export function scanEnglish(text: string): { read: Mention; isSigned: boolean }[] {
  const found: { read: Mention; isSigned: boolean }[] = [];
  for (const match of text.matchAll(SCAN)) {
    const at = { start: match.index, end: match.index + match[0].length };
    const { orders, powers, multiple, part, many, of, round, first, second, large, percent, fold, times } = lowered(
      match.groups,
    );
    if (orders !== undefined) {
      const power = powers === undefined ? 1 : (SMALL[powers] ?? Number(powers));
      found.push({ read: mention({ ...at, kind: 'times', values: [exactly(10 ** power)] }), isSigned: true });
    } else if (multiple !== undefined) {
      found.push({
        read: mention({ ...at, kind: 'times', values: [exactly(MULTIPLES[multiple] ?? 1)] }),
        isSigned: false,
      });
    } else if (part !== undefined) {
      // The third, the fourth quarter: no shares.
      const isOrdinal = /third|quarter/.test(part) && many === undefined && of === undefined;
      const value = (PARTS[part] ?? 0) * (many === undefined ? 1 : (SMALL[many] ?? 1));
      if (!isOrdinal)
        found.push({ read: mention({ ...at, kind: 'percent', values: [exactly(value)] }), isSigned: false });
    } else if (round !== undefined) {
      found.push({ read: mention({ ...at, values: [exactly(LARGE[round] ?? 1)] }), isSigned: false });
    } else if (first !== undefined) {
      const value = readCount(first, second) * (large === undefined ? 1 : (LARGE[large] ?? 1));
      const isFactor = /factor of $/i.test(text.slice(Math.max(0, at.start - 10), at.start));
      const kind = percent ? 'percent' : fold || times || isFactor ? 'times' : 'plain';
      found.push({ read: mention({ ...at, kind, values: [exactly(value)] }), isSigned: kind !== 'plain' && !isFactor });
    }
  }
  return found;
}

function lowered(groups: Record<string, string | undefined> | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(groups ?? {}).map(([name, text]) => [name, text?.toLowerCase()]));
}

function readCount(first: string, second: string | undefined): number {
  const tens = SMALL[first] ?? 0;
  const ones = second === undefined ? 0 : (SMALL[second] ?? 0);
  return tens >= 20 && ones < 10 ? tens + ones : tens;
}
