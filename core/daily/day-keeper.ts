import type { DailyPaper, DailyProgress } from './daily-job';
import type { DailyTools } from './daily-tools';

/** A day's progress while it is worked on. Each change is kept whole, one after the other, also where two papers end at once. */
export class DayKeeper {
  private turn: Promise<void> = Promise.resolve();

  constructor(
    public progress: DailyProgress,
    private readonly write: DailyTools['keep'],
  ) {}

  /** Resolves when the change is kept. Once one could not be kept none is any more. */
  keep(change: Partial<DailyProgress>): Promise<void> {
    this.progress = { ...this.progress, ...change };
    const { progress } = this;
    this.turn = this.turn.then(() => this.write(progress));
    return this.turn;
  }

  /** Keeps how far a chosen paper is, with what changes along with it. */
  keepPaper(id: string, paper: Partial<DailyPaper>, change: Partial<DailyProgress> = {}): Promise<void> {
    const papers = this.papers.map((known) => (known.id === id ? { ...known, ...paper } : known));
    return this.keep({ ...change, papers });
  }

  /** The chosen papers; none before they are chosen. */
  get papers(): readonly DailyPaper[] {
    return this.progress.papers ?? [];
  }
}
