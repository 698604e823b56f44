import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { addressOf, answerFrom, type Loopback, serveHttps } from '@/scripts/browser/loopback';
import { Site } from '@/scripts/browser/site';
import { sharedPath } from '@/tests/shared';
import { buildBaseline, buildMeasured } from './extensions';
import { fillLibrary } from './fill-library';
import { addFindPages } from './find-folder';
import { indexLibrary } from './search';
import { readInOnePiece } from './page';
import { median, medianInterval } from './statistics';
import { LIST, listPage } from './triage';
import { type Expected, visit, type Visit, watchPage } from './visit';

export const PAPER = 'https://arxiv.org/abs/2512.23705';
/** The same page as over a network: its first byte comes later. */
export const FAR = `${PAPER}?far`;
const FAR_MILLISECONDS = 150;
export const REPORT = sharedPath('reports/arxiv_cv_report_2025-12-30.md');

/** A browser with a tab that is ready to be measured. */
export type Measured = Chromium & { page: Awaited<ReturnType<Chromium['context']['newPage']>> } & {
  load: (expected: Expected, url?: string) => Promise<Visit>;
};

/** What all parts measure with: the page on loopback, browsers that are opened when first wanted, and pairs. */
export class Bench {
  readonly pairs: number;
  private readonly indexed = new Map<number, Promise<string>>();
  private readonly browsers = new Map<string, Promise<Measured>>();

  private constructor(
    readonly quick: boolean,
    readonly site: Site,
    private readonly loopback: Loopback,
    /** Folder of Daodu with the floors beside its pages. */
    readonly measured: string,
    private readonly baseline: string,
  ) {
    this.pairs = quick ? 8 : 60;
  }

  static async start(quick: boolean): Promise<Bench> {
    const paper = readInOnePiece(sharedPath('pages/abs/2512.23705.html'));
    const site = new Site().addText(PAPER, paper).addText(FAR, paper).addText(LIST, listPage());
    const measured = buildMeasured();
    await addFindPages(measured);
    const loopback = await serveHttps((request, response) => {
      if (addressOf(request) === FAR) setTimeout(answerFrom, FAR_MILLISECONDS, site, request, response);
      else answerFrom(site, request, response);
    });
    return new Bench(quick, site, loopback, measured, buildBaseline());
  }

  async close(): Promise<void> {
    await Promise.all([...this.browsers.values()].map(async (opening) => (await opening).close()));
    await this.loopback.close();
  }

  /** A browser without any extension. */
  readonly none = () => this.browser('none', null);
  /** The minimal extension that Daodu is measured against. */
  readonly static = () => this.browser('static', this.baseline);
  /** Daodu with nothing in its library. */
  readonly empty = (name = 'empty') => this.browser(name, this.measured);
  /** Daodu with one report. */
  readonly daodu = (name = 'daodu') =>
    this.browser(name, this.measured, async (one) => {
      await importFiles(one, REPORT);
    });

  /** Daodu with one report and a large library. */
  readonly large = () =>
    this.browser('large', this.measured, async (one) => {
      await importFiles(one, REPORT);
      const filler = await one.context.newPage();
      await filler.goto(one.pageUrl('library.html'));
      await fillLibrary(filler, this.quick ? 10_000 : 100_000);
      await filler.close();
    });

  /** Daodu with so many papers of several years, all of them indexed; `index`: how long that took. */
  async filled(papers: number): Promise<Measured & { index: string }> {
    const one = await this.empty(`filled ${papers}`);
    const index = this.indexed.get(papers) ?? indexLibrary(one, papers);
    this.indexed.set(papers, index);
    return { ...one, index: await index };
  }

  /** Runs both sides in turn, each first as often as the other, after three rounds that do not count. */
  async inPairs<T>(first: () => Promise<T>, second: () => Promise<T>): Promise<[T, T][]> {
    const pairs: [T, T][] = [];
    for (let round = -3; round < this.pairs; round += 1) {
      const swapped = round % 2 !== 0;
      const one = swapped ? await second() : await first();
      const other = swapped ? await first() : await second();
      if (round >= 0) pairs.push(swapped ? [other, one] : [one, other]);
    }
    return pairs;
  }

  private browser(name: string, extension: string | null, fill?: (one: Chromium) => Promise<void>): Promise<Measured> {
    const opening = this.browsers.get(name) ?? this.open(extension, fill);
    this.browsers.set(name, opening);
    return opening;
  }

  private async open(extension: string | null, fill?: (one: Chromium) => Promise<void>): Promise<Measured> {
    const chromium = await openChromium({
      extension,
      args: ['--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${this.loopback.port}`],
    });
    // tsx marks functions with a helper that pages do not have.
    await chromium.context.addInitScript('globalThis.__name = (value) => value');
    const page = await chromium.context.newPage();
    const cdp = await chromium.context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await watchPage(page);
    await fill?.(chromium);
    await page.bringToFront();
    return { ...chromium, page, load: (expected, url = PAPER) => visit(page, cdp, url, expected) };
  }
}

/** Ratios of paired values. */
export const ratios = <T>(pairs: [T, T][], of: (value: T) => number | null): number[] =>
  pairs.map(([ours, theirs]) => (of(ours) ?? Number.NaN) / (of(theirs) ?? Number.NaN));

/** Prints a figure: the median, its 95 % bootstrap interval, and the goal. */
export function print(name: string, values: number[], unit: '×' | 'ms', goal: number): void {
  const [low, high] = medianInterval(values);
  const digits = unit === '×' ? 3 : 1;
  const middle = median(values);
  const verdict = middle <= goal ? 'ok' : 'MISSED';
  const range = `[${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
  console.log(
    `${name.padEnd(50)} ${middle.toFixed(digits).padStart(7)} ${unit}  ${range.padEnd(16)} goal ≤ ${goal} ${unit}  ${verdict}`,
  );
}

/** How many papers, as readers write it. */
export const written = (papers: number): string => papers.toLocaleString('en');
