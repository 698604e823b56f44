import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGES = ['popup.html', 'library.html', 'options.html', 'welcome.html'];

/**
 * Moves the clock of whatever runs it, and gives the browser the moments of alarms by its own clock. By how much, the manifest tells:
 * of all that is read when a browser starts it alone is read from the folder each time.
 */
const MOVE_CLOCK = `{
  const { alarms, runtime } = globalThis.browser ?? globalThis.chrome;
  const by = Number(runtime.getManifest().short_name);
  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(RealDate.now() + by);
    }
    static now() {
      return RealDate.now() + by;
    }
  };
  const create = alarms.create.bind(alarms);
  alarms.create = (name, { when, ...info }) => create(name, when === undefined ? info : { ...info, when: when - by });
}
`;

/** Counts how often a background page began; a service worker has no such storage. */
const COUNT_START = `globalThis.localStorage?.setItem('starts', 1 + Number(localStorage.getItem('starts')));
`;

/**
 * A copy of a build that lives at another time, so that a test holds on every day of the year. Its pages and its background go by
 * a clock that was put to a moment and runs on from there; the browser goes by the machine's.
 */
export class TimedBuild {
  readonly folder = mkdtempSync(join(tmpdir(), 'daodu-timed-'));
  private by = 0;

  /** @param moment such as `2026-11-18T10:00+08:00`. */
  constructor(build: string, moment: string) {
    cpSync(build, this.folder, { recursive: true });
    this.write('moved-clock.js', MOVE_CLOCK);
    this.write('background.js', MOVE_CLOCK + COUNT_START + this.read('background.js'));
    for (const page of PAGES) {
      this.write(page, this.read(page).replace('<head>', '<head><script src="/moved-clock.js"></script>'));
    }
    this.putClock(moment);
  }

  /** What time it is there, in epoch milliseconds. */
  readonly now = (): number => Date.now() + this.by;

  /** Puts the clock to a moment; a browser takes that on when it is started anew. */
  putClock(moment: string): void {
    this.by = Date.parse(moment) - Date.now();
    this.write('manifest.json', JSON.stringify({ ...this.readManifest(), short_name: String(this.by) }));
  }

  /** Has the copy demand what it leaves to its reader: a browser that had it so grants it later unasked. @returns the way back. */
  demandOptional(): () => void {
    const before = this.read('manifest.json');
    const { optional_permissions: optional = [], permissions = [], ...rest } = this.readManifest();
    this.write('manifest.json', JSON.stringify({ ...rest, permissions: [...permissions, ...optional] }));
    return () => this.write('manifest.json', before);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private readManifest(): Record<string, unknown> & { permissions?: string[]; optional_permissions?: string[] } {
    return JSON.parse(this.read('manifest.json')) as ReturnType<TimedBuild['readManifest']>; // as: it is our own
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  private write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }
}
