import type { ListPlace } from '@/core/arxiv/list-reader';
import type { RowScore, TriageRow } from '@/core/triage/row';
import { Bar, BAR } from './bar';
import { blankRow, Row, ROW, type RowKit } from './row';

/** As long as page.css holds the list back, and a frame less. */
const HOLD_MILLISECONDS = 380;

/** All rows of a page, and the bar above them. */
export class TriageList {
  readonly rows: Row[] = [];
  readonly bar: Bar;
  private readonly rowOf = new Map<Element, Row>();
  private readonly byId = new Map<string, Row[]>();
  private theme: 'dark' | 'light' = 'light';
  private isReleased = false;
  private placedAt: number | null = null;
  private readonly observer: IntersectionObserver;

  constructor(
    private readonly page: Document,
    signal: AbortSignal,
  ) {
    // One that an earlier script left there makes way.
    for (const old of page.querySelectorAll(`${ROW}, ${BAR}`)) old.remove();
    this.bar = new Bar(page);
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const row = this.rowOf.get(target);
        if (!row) continue;
        row.isInView = isIntersecting;
        if (!isIntersecting) row.loosen();
      }
    });
    signal.addEventListener('abort', () => this.observer.disconnect(), { once: true });
  }

  /** Keeps room for rows, in the task that has found their places: they are painted with it or not at all. */
  place(places: readonly ListPlace[]): Row[] {
    const placed = places.map((place) => new Row(this.page, place));
    const [first] = placed;
    this.placedAt ??= first ? performance.now() : null;
    if (first && this.rows.length === 0) first.place.item.closest('dl, ol')?.before(this.bar.host);
    for (const row of placed) {
      this.rows.push(row);
      this.rowOf.set(row.host, row);
      this.observer.observe(row.host);
      this.byId.set(row.id, [...(this.byId.get(row.id) ?? []), row]);
      this.applyTheme(row.host);
    }
    return placed;
  }

  /** Lets the list be painted, which page.css holds back. */
  release(): void {
    this.isReleased = true;
    this.page.documentElement.dataset['daoduList'] = '';
  }

  /** Whether the reader may see the list: what is shown from then on must not move what they read. */
  private get isPainted(): boolean {
    return this.isReleased || (this.placedAt !== null && performance.now() - this.placedAt > HOLD_MILLISECONDS);
  }

  /** Shows what the library knows. `rows` are those that were asked for: of the others among them nothing is known any more. */
  show(kit: RowKit, rows: readonly Row[], known: readonly TriageRow[]): void {
    const knownById = new Map(known.map((data) => [data.id, data]));
    for (const row of rows) {
      row.show(kit, knownById.get(row.id) ?? blankRow(row.id), this.isPainted && row.isInView);
    }
    this.count();
  }

  showScores(scores: readonly RowScore[]): void {
    for (const score of scores) for (const row of this.byId.get(score.id) ?? []) row.showScore(score);
  }

  /** A paper may stand in a list twice: new and cross-listed. */
  showMarks(kit: RowKit, id: string, marks: { saved: boolean; dismissed: boolean }): void {
    for (const row of this.byId.get(id) ?? []) {
      row.data = { ...row.data, ...marks };
      row.showMarks(kit);
    }
    this.count();
  }

  setTheme(theme: 'dark' | 'light'): void {
    if (theme === this.theme) return;
    this.theme = theme;
    for (const host of this.hosts) this.applyTheme(host);
  }

  /** The light one is what rows have without being told: hundreds are styled once. */
  private applyTheme(host: HTMLElement): void {
    if (this.theme === 'dark') host.dataset['theme'] = 'dark';
    else delete host.dataset['theme'];
  }

  private get hosts(): HTMLElement[] {
    return [this.bar.host, ...this.rows.map(({ host }) => host)];
  }

  /** Takes everything away again. */
  remove(): void {
    this.observer.disconnect();
    for (const host of this.hosts) host.remove();
  }

  private count(): void {
    const all = this.rows.map(({ data }) => data);
    this.bar.count({
      papers: this.byId.size,
      analysed: all.filter(({ gist }) => gist !== '').length,
      saved: all.filter(({ saved }) => saved).length,
      dismissed: all.filter(({ dismissed }) => dismissed).length,
    });
  }
}
