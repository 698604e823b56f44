import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announcedAt, announcementKind, feedReadyAt } from '@/core/announcements/calendar';
import { findDayNumber, shiftDay, toDay } from '@/core/report-day';

export interface DayPaper {
  id: string;
  categories: string[];
  type: 'new' | 'cross' | 'replace';
}

/** What arXiv does instead of answering; `cut`: only so much of the right answer, well formed in HTTP. */
export interface Fault {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  cut?: number;
  /** The connection is closed without a word. */
  dead?: boolean;
}
type Path = 'rss' | 'list' | 'api' | 'html';
/** `count`: how many requests of this path the day has had before. */
export type Faults = (request: { path: Path; url: string; count: number; now: number }) => Fault | null;

export interface ArxivDay {
  /** So much later than arXiv's rule are lists and feeds. */
  lateHours?: number;
  faults?: Faults;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HOUR = 3_600_000;
const API_ERROR = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/errors</id>
  <entry><id>http://arxiv.org/api/errors#busy</id><title>Error</title><summary>try again</summary></entry></feed>`;
/** An error as arXiv's API gives it, under HTTP 200. */
export const apiError: Fault = { body: API_ERROR };

const isAnnounced = (date: string) => !['weekend', 'holiday'].includes(announcementKind(date));

function sayDay(date: string): string {
  const day = new Date(date);
  return `${WEEKDAYS[day.getUTCDay()]}, ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The made-up papers of a day: more than one slice of the API's holds, some in two lists, some replaced. */
export function papersOf(date: string): DayPaper[] {
  if (!isAnnounced(date)) return [];
  const first = ((findDayNumber(date) ?? 0) % 300) * 200;
  return Array.from({ length: 140 }, (_, index) => ({
    id: `${date.slice(2, 4)}${date.slice(5, 7)}.${String(first + index).padStart(5, '0')}`,
    categories:
      index < 70 ? (index < 10 ? ['cs.CV', 'cs.RO'] : ['cs.CV']) : index < 115 ? ['cs.RO'] : ['cs.LG', 'cs.CV'],
    type: index < 115 ? 'new' : index < 120 ? 'cross' : 'replace',
  }));
}

export const commentOf = (id: string) => `Comment on ${id}`;

/** Of which kind a paper is in one category's list. */
function typeIn(paper: DayPaper, category: string): string {
  return paper.type === 'new' && paper.categories[0] !== category ? 'cross' : paper.type;
}

export function rssOf(date: string, categories: string[]): string {
  const items = papersOf(date).flatMap((paper) =>
    categories
      .filter((category) => paper.categories.includes(category))
      .map(
        (category) => `<item><title>Title of ${paper.id}</title><link>https://arxiv.org/abs/${paper.id}</link>
        <description>arXiv:${paper.id}v1 Announce Type: ${typeIn(paper, category)}\nAbstract: About ${paper.id}.</description>
        ${paper.categories.map((name) => `<category>${name}</category>`).join('')}
        <arxiv:announce_type>${typeIn(paper, category)}</arxiv:announce_type><dc:creator>Ana Roe, Li Na</dc:creator></item>`,
      ),
  );
  return `<?xml version='1.0' encoding='UTF-8'?><rss xmlns:arxiv="http://arxiv.org/schemas/atom"
    xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>${categories.join(' ')} updates</title>
    <pubDate>${sayDay(date)} 00:00:00 -0500</pubDate>${items.join('')}</channel></rss>`;
}

export function listOf(date: string, category: string): string {
  const mine = papersOf(date).filter(({ categories }) => categories.includes(category));
  const headings = { new: 'New', cross: 'Cross', replace: 'Replacement' };
  const sections = Object.entries(headings).map(([type, heading]) => {
    const papers = mine.filter((paper) => typeIn(paper, category) === type);
    const entries = papers.map(
      ({ id, categories }) => `<dt><a name='item'>[1]</a> <a href ="/abs/${id}" title="Abstract">arXiv:${id}</a></dt>
      <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> Title of ${id}</div>
      <div class='list-authors'><a href="/a">Ana Roe</a>, <a href="/b">Li Na</a></div>
      <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${commentOf(id)}</div>
      <div class='list-subjects'>${categories.map((name) => `Name (${name})`).join('; ')}</div>
      <p class='mathjax'>About ${id}.</p></div></dd>`,
    );
    const count = papers.length;
    return `<dl id='articles'><h3>${heading} submissions (showing ${count} of ${count} entries)</h3>${entries.join('')}</dl>`;
  });
  return `<html><body><div id='dlpage'><h1>Name</h1><p><a id="recent-${category}" href="/list/${category}/recent">recent</a></p>
    <h3>Showing new listings for ${sayDay(date)}</h3>
    <div class='paging'>Total of ${mine.length} entries</div>${sections.join('')}</div></body></html>\n`;
}

export function recentOf(date: string, category: string): string {
  const days = Array.from({ length: 14 }, (_, back) => shiftDay(date, -back))
    .filter(isAnnounced)
    .slice(0, 5);
  let total = 0;
  const sections = days.map((day) => {
    const papers = papersOf(day).filter(({ categories, type }) => type !== 'replace' && categories.includes(category));
    total += papers.length;
    const entries = papers.map(
      (paper) => `<dt><a href ="/abs/${paper.id}" title="Abstract">arXiv:${paper.id}</a>
      ${typeIn(paper, category) === 'cross' ? `(cross-list from ${paper.categories[0]})` : ''}</dt>
      <dd><div class='list-title'>Title of ${paper.id}</div>
      <div class='list-subjects'>${paper.categories.map((name) => `Name (${name})`).join('; ')}</div></dd>`,
    );
    return `<dl id='articles'><h3>${sayDay(day)} (showing ${papers.length} of ${papers.length} entries )</h3>${entries.join('')}</dl>`;
  });
  return `<html><body><div id='dlpage'><h1>Name</h1><a id="new-${category}" href="/list/${category}/new">new</a>
    <div class='paging'>Total of ${total} entries</div>${sections.join('')}</div></body></html>\n`;
}

export function recordsOf(ids: string[], now: number): string {
  const today = toDay(now);
  const days = Array.from({ length: 10 }, (_, back) => shiftDay(today, -back)).filter(
    (date) => feedReadyAt(date) <= now,
  );
  const known = new Map(days.flatMap((date) => papersOf(date).map((paper) => [paper.id, { ...paper, date }] as const)));
  const entries = ids.flatMap((id) => {
    const paper = known.get(id);
    if (!paper) return [];
    return `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Title of ${id}</title><summary>About ${id}.</summary>
      <published>${shiftDay(paper.date, -2)}T10:00:00Z</published><updated>${paper.date}T10:00:00Z</updated>
      <author><name>Ana Roe</name></author><arxiv:comment>${commentOf(id)}</arxiv:comment>
      ${paper.categories.map((name) => `<category term="${name}"/>`).join('')}</entry>`;
  });
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns="http://www.w3.org/2005/Atom"
    xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
    <opensearch:totalResults>${entries.length}</opensearch:totalResults>${entries.join('')}</feed>`;
}

/** A full text as LaTeXML writes it. */
export function fullTextOf(id: string): string {
  const sections = ['Introduction', 'Method', 'Results'].map(
    (
      title,
      at,
    ) => `<section class="ltx_section"><h2 class="ltx_title"><span class="ltx_tag">${at + 1} </span>${title}</h2>
      <div class="ltx_para"><p class="ltx_p">The ${title.toLowerCase()} of ${id}. The method is 20 times faster.</p></div></section>`,
  );
  return `<html><body><article class="ltx_document"><h1 class="ltx_title ltx_title_document">Title of ${id}</h1>
    ${sections.join('')}</article></body></html>`;
}

/** arXiv over real HTTP on loopback at a time of its own: lists, RSS and API of made-up days, full texts of any paper. */
export class ArxivDays {
  /** Whether each request, in order, got the whole answer of the newest day. */
  readonly answers: { url: string; etag: string | null; status: number; isGood: boolean }[] = [];
  private readonly counts = new Map<string, number>();
  private readonly server = createServer((request, response) => this.answer(request, response));

  constructor(
    private readonly now: () => number,
    private readonly days: ReadonlyMap<string, ArxivDay> = new Map(),
  ) {}

  /** Gives its origin. */
  async start(): Promise<string> {
    await new Promise<void>((done) => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // as: it listens on a port
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done());
      this.server.closeAllConnections();
    });
  }

  /** The newest day whose time has come: of all days for RSS, which is empty at weekends, of announced ones for lists. */
  private newest(path: Path, late: boolean): string {
    let date = shiftDay(toDay(this.now()), 1);
    const readyAt = (day: string) =>
      (path === 'list' ? announcedAt(day) : feedReadyAt(day)) +
      (late ? (this.days.get(day)?.lateHours ?? 0) * HOUR : 0);
    const isShown = (day: string) => (path !== 'list' || isAnnounced(day)) && readyAt(day) <= this.now();
    while (!isShown(date)) date = shiftDay(date, -1);
    return date;
  }

  private bodyOf(path: Path, url: URL): string {
    const [, , name = '', list = ''] = url.pathname.split('/').map(decodeURIComponent);
    const date = this.newest(path, true);
    if (path === 'api') return recordsOf((url.searchParams.get('id_list') ?? '').split(','), this.now());
    if (path === 'html') return fullTextOf(name.replace(/v\d+$/, ''));
    if (path === 'rss') return rssOf(date, name.split('+'));
    return list === 'recent' ? recentOf(date, name) : listOf(date, name);
  }

  /** Answers a request, also one that came in by another server. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://arxiv');
    const path = url.pathname.split('/')[1] as Path; // as: anything else is asked for by no one here
    const due = this.newest(path, false);
    const key = `${due} ${path}`;
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    const fault = this.days.get(due)?.faults?.({ path, url: request.url ?? '', count, now: this.now() }) ?? null;
    const whole = Buffer.from(fault?.body ?? this.bodyOf(path, url));
    const body = whole.subarray(0, fault?.cut ?? whole.length);
    const status = fault?.status ?? 200;
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const asked = request.headers['if-none-match'] ?? null;
    const isSame = status === 200 && asked === etag;
    const isGood = !fault && due === this.newest(path, true);
    this.answers.push({ url: request.url ?? '', etag: asked, status: isSame ? 304 : status, isGood });
    if (fault?.dead) {
      request.socket.destroy();
      return;
    }
    response.writeHead(isSame ? 304 : status, { ...(status === 200 && { etag }), ...fault?.headers });
    response.end(isSame ? undefined : body);
  }
}
