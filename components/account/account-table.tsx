import { type CategoryAccount, toPercent } from '@/core/announcements/account';
import type { AccountWords } from '@/core/words/account';
import { fill } from '@/core/words/words';

interface AccountProps {
  rows: readonly CategoryAccount[];
  /** Papers beside what was announced that day. */
  other: number;
  /** Why the day is empty, as its reader is told; null when it is not. */
  reason: string | null;
  words: AccountWords;
}

/** A category's account in one line, of which what is 0 and tells nothing is left out. */
function toLine(
  { category, announced, covered, analysed, failed, share }: CategoryAccount,
  words: AccountWords,
): string {
  const known = announced === null ? words.lineUnknown : fill(words.lineAnnounced, { n: announced });
  const parts = [
    `${category} ${known}`,
    share === null
      ? fill(words.lineCovered, { n: covered })
      : fill(words.lineShare, { n: covered, percent: toPercent(share) }),
    ...(covered > 0 ? [fill(words.lineAnalysed, { n: analysed })] : []),
    ...(failed > 0 ? [fill(words.lineFailed, { n: failed })] : []),
  ];
  return parts.join(' · ');
}

/**
 * What a day holds of what arXiv announced, and what is missing: a table, for the page of a report. Where of no category is known
 * what was announced, it has no columns of that.
 */
export function AccountTable({ rows, other, reason, words }: AccountProps) {
  const isKnown = rows.some(({ announced }) => announced !== null);
  const { category, announced, covered, share, analysed, failed } = words;
  const names = isKnown
    ? [category, announced, covered, share, analysed, failed]
    : [category, covered, analysed, failed];
  return (
    <div class="day-account">
      {reason !== null && <p class="reason">{reason}</p>}
      {rows.length > 0 && (
        <table>
          <caption>{words.title}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col" class={name === share ? 'share' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AccountRow key={row.category} row={row} isKnown={isKnown} words={words} />
            ))}
          </tbody>
        </table>
      )}
      {other > 0 && <p>{fill(words.other, { n: other })}</p>}
    </div>
  );
}

function AccountRow({ row, isKnown, words }: { row: CategoryAccount; isKnown: boolean; words: AccountWords }) {
  const { category, announced, covered, share, analysed, failed } = row;
  const unshared = announced === null ? words.unknown : '—'; // there is no share of nothing
  return (
    <tr>
      <th scope="row">{category}</th>
      {isKnown && <td>{announced ?? words.unknown}</td>}
      <td>{covered}</td>
      {isKnown && <td class="share">{share === null ? unshared : `${toPercent(share)}%`}</td>}
      <td>{analysed}</td>
      <td class={failed > 0 ? 'failed' : undefined}>{failed}</td>
    </tr>
  );
}

/** The same in one line, for the popup: the first category, opened to the others. */
export function AccountLine({ rows, other, reason, words }: AccountProps) {
  const [first, ...rest] = rows;
  if (reason !== null && (first === undefined || first.covered + other === 0)) {
    return <p class="day-account reason">{reason}</p>;
  }
  if (first === undefined) return null;
  const more = [
    ...rest.map((row) => toLine(row, words)),
    ...(other > 0 ? [fill(words.other, { n: other })] : []),
    ...(reason === null ? [] : [reason]),
  ];
  if (more.length === 0) return <p class="day-account">{toLine(first, words)}</p>;
  return (
    <details class="day-account">
      <summary>
        {toLine(first, words)}
        {rest.length > 0 && <span class="more"> · {fill(words.more, { n: rows.length })}</span>}
      </summary>
      <ul>
        {more.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
