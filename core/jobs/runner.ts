import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { Job, JobEnd, JobKind } from './job';

/** How long a lease lasts. It is renewed while its holder lives, so this is how long a dead one's job may lie. */
export const LEASE_MILLISECONDS = 30_000;
/** How often leases are renewed and the worker is kept alive: browsers end one that was idle for 30 s. */
const TICK_MILLISECONDS = 20_000;

/** Where jobs are kept. What each does is told at the functions of the same names in `storage/jobs.ts`. */
export interface JobStore {
  claimJob: (
    owner: string,
    now: number,
    leaseMilliseconds: number,
    except: ReadonlySet<string>,
    kinds: readonly JobKind[],
  ) => Promise<Job | null>;
  freeJobs: (owner: string) => Promise<void>;
  keepJob: (
    id: string,
    owner: string,
    progress: Job['progress'] | null,
    now: number,
    leaseMilliseconds: number,
  ) => Promise<boolean>;
  endJob: (id: string, owner: string, end: JobEnd, now: number) => Promise<boolean>;
  openJobs: () => Promise<Job[]>;
}

/** What a running job is given. */
export interface JobTools {
  /** Aborted when the job is stopped or no longer ours. */
  signal: AbortSignal;
  /** Keeps what was reached. Rejects when the job is no longer ours, so that nothing is done after it was stopped. */
  keep: (progress: Job['progress']) => Promise<void>;
}

interface RunnerOptions {
  store: JobStore;
  clock: Clock;
  /** Unique to this life of the worker. */
  owner: string;
  /** Does a job from where its progress stands. */
  work: (job: Job, tools: JobTools) => Promise<void>;
  /** Milliseconds until another attempt; null when there is no point in one. */
  retryAfter: (error: AppError, attempt: number, kind: JobKind) => number | null;
  /** Called now and then while anything runs, so that the browser leaves the worker alive. */
  keepAlive: () => void;
  /** When somebody must call `run` again though the worker may be gone by then (epoch milliseconds); null: never. */
  onNextRun: (at: number | null) => void;
  /** A job began, failed, waits again or ended. */
  onChange: (id: string) => void;
}

/**
 * How many jobs of a kind run at once. Browsers open few connections to a host, and providers limit them too; a feed that hangs
 * must not hold up the others, nor a guide. A day's report has two guides written at a time, and a reader's own click waits for
 * neither.
 */
const MOST_AT_ONCE: Record<JobKind, number> = {
  guide: 3,
  feed: 4,
  announced: 1,
  daily: 1,
  prune: 1,
  restore: 1,
  snapshot: 1,
  metadata: 1,
  zotero: 1,
};
const KINDS: readonly JobKind[] = [
  'guide',
  'feed',
  'announced',
  'daily',
  'prune',
  'restore',
  'snapshot',
  'metadata',
  'zotero',
];

/** Runs the jobs of the store: claims what is due, renews leases, and sees to it that each ends done or failed with a reason. */
export class JobRunner {
  private readonly running = new Map<string, { kind: JobKind; controller: AbortController }>();
  private freed: Promise<void> | null = null;
  private turn: Promise<void> = Promise.resolve();
  private nap = new AbortController();

  constructor(private readonly options: RunnerOptions) {}

  /** Begins whatever is due. Call it when the worker starts, on an alarm, and when a job was put in. */
  run(): Promise<void> {
    this.turn = this.turn.then(() => this.claimAll());
    return this.turn;
  }

  /** Ends a job that was stopped. What it holds in memory goes; the store has decided already. */
  stop(id: string): void {
    this.running.get(id)?.controller.abort(new AppError('stopped', 'the job was stopped'));
  }

  private async claimAll(): Promise<void> {
    const { store, owner, clock } = this.options;
    try {
      this.freed ??= store.freeJobs(owner);
      await this.freed;
      for (;;) {
        const kinds = this.freeKinds();
        if (kinds.length === 0) break;
        // After a sleep of the machine the leases of those that run here may have run out, and they run on all the same.
        const job = await store.claimJob(owner, clock.now(), LEASE_MILLISECONDS, new Set(this.running.keys()), kinds);
        if (!job) break;
        void this.runJob(job);
      }
      await this.planNextRun();
    } catch (cause) {
      this.freed = null;
      console.error('[Daodu] jobs could not be looked up', cause);
      this.options.onNextRun(clock.now() + TICK_MILLISECONDS);
    }
  }

  /** Kinds of which another one may be begun. */
  private freeKinds(): JobKind[] {
    const running = [...this.running.values()].map(({ kind }) => kind);
    return KINDS.filter((kind) => running.filter((one) => one === kind).length < MOST_AT_ONCE[kind]);
  }

  /** While a job is open the alarm stands, so that one of a dead worker is taken up again. */
  private async planNextRun(): Promise<void> {
    const open = await this.options.store.openJobs();
    this.dropLost(open);
    const times = open.map((job) => (job.state === 'running' ? job.leaseUntil : job.notBefore));
    this.options.onNextRun(times.length > 0 ? Math.min(...times) : null);
    this.wakeFor(open.flatMap((job) => (job.state === 'waiting' && job.notBefore > 0 ? job.notBefore : [])));
  }

  /** Ends what runs here and was stopped by a page, or taken over: it must not bring in what nobody waits for any more. */
  private dropLost(open: readonly Job[]): void {
    const held = new Set(open.filter(({ owner }) => owner === this.options.owner).map(({ id }) => id));
    for (const [id, { controller }] of this.running) {
      if (!held.has(id)) controller.abort(new AppError('stopped', 'the job is no longer ours'));
    }
  }

  /** The worker may live until the next job is due; the alarm, which rings late, is for when it does not. */
  private wakeFor(times: number[]): void {
    this.nap.abort();
    this.nap = new AbortController();
    if (times.length === 0) return;
    const { clock } = this.options;
    clock.wait(Math.max(0, Math.min(...times) - clock.now()), this.nap.signal).then(
      () => this.run(),
      () => undefined, // planned anew meanwhile
    );
  }

  private async runJob(job: Job): Promise<void> {
    const { store, clock, owner, work, onChange } = this.options;
    const controller = new AbortController();
    this.running.set(job.id, { kind: job.kind, controller });
    onChange(job.id);
    const lost = () => controller.abort(new AppError('stopped', 'the job is no longer ours'));
    const keep = async (progress: Job['progress'] | null) => {
      if (await store.keepJob(job.id, owner, progress, clock.now(), LEASE_MILLISECONDS)) return;
      lost();
      controller.signal.throwIfAborted();
    };
    const ended = new AbortController();
    void this.tick(() => keep(null), ended.signal);
    try {
      await work(job, { signal: controller.signal, keep });
      await store.endJob(job.id, owner, { state: 'done' }, clock.now());
    } catch (cause) {
      if (!controller.signal.aborted) await this.settleFailure(job, cause);
    } finally {
      ended.abort();
      this.running.delete(job.id);
      onChange(job.id);
      void this.run();
    }
  }

  private async settleFailure(job: Job, cause: unknown): Promise<void> {
    const { store, clock, owner, retryAfter } = this.options;
    console.error('[Daodu] a job failed', cause);
    const error = cause instanceof AppError ? cause : new AppError('unknown', 'the job broke off', { cause });
    const wait = retryAfter(error, job.attempt + 1, job.kind);
    const now = clock.now();
    const end =
      wait === null
        ? { state: 'failed' as const, error: error.code }
        : { state: 'waiting' as const, error: error.code, notBefore: now + wait };
    // A full library takes no note of it; the job is taken up again when its lease has run out.
    await store.endJob(job.id, owner, end, now).catch(console.error);
  }

  private async tick(keep: () => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await this.options.clock.wait(TICK_MILLISECONDS, signal);
        this.options.keepAlive();
        await keep();
      }
    } catch {
      // The job has ended, or it learns of it from the same call.
    }
  }
}
