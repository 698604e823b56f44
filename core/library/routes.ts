/** Which papers stand in the list. `reportId` chooses among several reports of one date; null is the newest of them. */
export type ListSource =
  | { kind: 'saved'; tag: string | null }
  | { kind: 'written' }
  | { kind: 'report'; date: string | null; reportId: string | null };

/** A place in the library page, as its address's fragment says it. */
export type Route =
  | { kind: 'list'; source: ListSource; paperId: string | null }
  | { kind: 'print'; date: string | null; reportId: string | null }
  | { kind: 'reports' }
  | { kind: 'import' }
  | { kind: 'catch-up' }
  | { kind: 'weekly' }
  | { kind: 'feeds' }
  | { kind: 'feed'; id: string }
  | { kind: 'unknown' };

export const SAVED = { kind: 'list', source: { kind: 'saved', tag: null }, paperId: null } as const satisfies Route;
/** Stands in an address for the date of a report that has none. */
const UNDATED = 'undated';

/**
 * Reads a fragment: `#/`, `#/paper/ID`, `#/tag/TAG[/paper/ID]`, `#/written[/paper/ID]`, `#/report/DATE[/paper/ID][?report=ID]`,
 * `#/print/DATE[?report=ID]`, `#/reports`, `#/catch-up`, `#/weekly`, `#/import`, `#/feeds[/ID]`. Ids of the old form hold a slash, which may stand plain.
 */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [first = '', ...rest] = path.split('/').map(decode);
  switch (first) {
    case '':
      return SAVED;
    case 'paper':
      return { ...SAVED, paperId: rest.join('/') || null };
    case 'tag':
      return rest[0] ? { kind: 'list', source: { kind: 'saved', tag: rest[0] }, paperId: paperAfter(rest) } : SAVED;
    case 'written':
      return { kind: 'list', source: { kind: 'written' }, paperId: paperAfter(['', ...rest]) };
    case 'report': {
      const [date] = rest;
      if (!date) return { kind: 'reports' };
      const source = { kind: 'report', ...whichReport(date, query) } as const;
      return { kind: 'list', source, paperId: paperAfter(rest) };
    }
    case 'feeds':
      return rest[0] ? { kind: 'feed', id: rest[0] } : { kind: 'feeds' };
    case 'print':
      return rest[0] ? { kind: 'print', ...whichReport(rest[0], query) } : { kind: 'reports' };
    case 'reports':
    case 'catch-up':
    case 'weekly':
    case 'import':
      return { kind: first };
    default:
      return { kind: 'unknown' };
  }
}

/** The fragment of a place: what `parseRoute` reads back. */
export function formatRoute(route: Route): string {
  if (route.kind === 'unknown') return '#/';
  if (route.kind === 'feed') return `#/feeds/${encodeURIComponent(route.id)}`;
  if (route.kind === 'print') return `#/print/${writeReport(route, '')}`;
  if (route.kind !== 'list') return `#/${route.kind}`;
  const paper = route.paperId === null ? '' : `paper/${route.paperId.split('/').map(encodeURIComponent).join('/')}`;
  const { source } = route;
  if (source.kind === 'report') return `#/report/${writeReport(source, paper && `/${paper}`)}`;
  if (source.kind === 'written') return `#/written${paper && `/${paper}`}`;
  if (source.tag !== null) return `#/tag/${encodeURIComponent(source.tag)}${paper && `/${paper}`}`;
  return `#/${paper}`;
}

interface WhichReport {
  date: string | null;
  reportId: string | null;
}

function whichReport(date: string, query: string): WhichReport {
  return { date: date === UNDATED ? null : date, reportId: new URLSearchParams(query).get('report') };
}

function writeReport({ date, reportId }: WhichReport, behindDate: string): string {
  const query = reportId === null ? '' : `?report=${encodeURIComponent(reportId)}`;
  return `${encodeURIComponent(date ?? UNDATED)}${behindDate}${query}`;
}

/** In `[x, 'paper', …id]`, the id. */
function paperAfter(parts: string[]): string | null {
  return parts[1] === 'paper' ? parts.slice(2).join('/') || null : null;
}

/** A fragment typed by hand may hold a stray `%`. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
