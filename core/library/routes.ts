import type { Status } from '../status';

/**
 * Lists of what the library holds. `saved` with a tag is those that carry it; `all` is every paper the library knows, `author` every
 * one of theirs, as the name is written.
 */
export type OwnSource =
  | { kind: 'all' }
  | { kind: 'saved'; tag: string | null }
  | { kind: 'status'; status: Status }
  | { kind: 'dismissed' }
  | { kind: 'author'; name: string }
  | { kind: 'written' };

/** Which papers stand in the list. `reportId` chooses among several reports of one date; null is the newest of them. */
export type ListSource = OwnSource | { kind: 'report'; date: string | null; reportId: string | null };

/** A place in the library page, as its address's fragment says it. */
export type Route =
  | { kind: 'list'; source: ListSource; paperId: string | null }
  | { kind: 'print'; date: string | null; reportId: string | null }
  | { kind: 'reports' }
  | { kind: 'authors' }
  | { kind: 'import' }
  | { kind: 'catch-up' }
  | { kind: 'weekly' }
  | { kind: 'charts' }
  | { kind: 'feeds' }
  | { kind: 'feed'; id: string }
  | { kind: 'unknown' };

export const SAVED = { kind: 'list', source: { kind: 'saved', tag: null }, paperId: null } as const satisfies Route;
/** Stands in an address for the date of a report that has none. */
const UNDATED = 'undated';

/**
 * Reads a fragment: `#/`, `#/paper/ID`, `#/all`, `#/to-read`, `#/reading`, `#/read`, `#/dismissed`, `#/written`, `#/tag/TAG`,
 * `#/author/NAME`, each of these with `/paper/ID` behind it or not, `#/report/DATE[/paper/ID][?report=ID]`,
 * `#/print/DATE[?report=ID]`, `#/reports`, `#/authors`, `#/catch-up`, `#/charts`, `#/weekly`, `#/import`, `#/feeds[/ID]`. Ids of the
 * old form hold a slash, which may stand plain.
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
    case 'author':
      return rest[0]
        ? { kind: 'list', source: { kind: 'author', name: rest[0] }, paperId: paperAfter(rest) }
        : { kind: 'authors' };
    case 'all':
    case 'dismissed':
    case 'written':
      return { kind: 'list', source: { kind: first }, paperId: paperAfter(['', ...rest]) };
    case 'to-read':
    case 'reading':
    case 'read':
      return { kind: 'list', source: { kind: 'status', status: first }, paperId: paperAfter(['', ...rest]) };
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
    case 'authors':
    case 'catch-up':
    case 'weekly':
    case 'charts':
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
  const place = placeOf(source);
  return `#/${[place, paper].filter(Boolean).join('/')}`;
}

function placeOf(source: OwnSource): string {
  switch (source.kind) {
    case 'saved':
      return source.tag === null ? '' : `tag/${encodeURIComponent(source.tag)}`;
    case 'status':
      return source.status;
    case 'author':
      return `author/${encodeURIComponent(source.name)}`;
    default:
      return source.kind;
  }
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
