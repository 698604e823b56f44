import type { GuideReply } from './protocol';

/**
 * The shelf: guides of papers that a reader is likely to open next, in the extension's `storage.local`, which a content script
 * reads without the worker. A worker that sleeps takes longer to start than an abstract page to come. What stands on the shelf is
 * what `guide/read` answered, nothing else, and nothing of it is secret; the background's own answer follows on every visit and
 * counts. Nobody but our scripts reads it, and nothing is ever made of what they find there but what the page shows meanwhile.
 */

/** What is needed of `storage.local`, which holds the shelf and nothing else. */
export interface ShelfArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

/** So many papers at most. Each has its place by its id's digits, and the later one of two that share a place stands there. */
const PLACES = 512;
/** Which day stands there: its newest report's id. */
const DAY = 'day';

const placeOf = (id: string): string => String(Number(id.replace(/\D/g, '')) % PLACES);

/** What stands before a reply: whose it is, and of which version of the extension, as another one's replies may look otherwise. */
const headOf = (id: string, version: string): string => `${version} ${id}\n`;

/** A paper's guide as it stands on the shelf, as JSON; '' when it does not, or the browser does not give it. Never rejects. */
export function takeFromShelf(area: Pick<ShelfArea, 'get'>, id: string, version: string): Promise<string> {
  const place = placeOf(id);
  const head = headOf(id, version);
  return area.get(place).then(
    // JSON has no line's end of its own: the head stands at the beginning or nowhere.
    (all) => String(all[place]).split(head)[1] ?? '',
    () => '',
  );
}

/** Whether a guide may be shown before it is asked for: what is being written changes from one moment to the next. */
function belongs({ guides, job }: GuideReply): boolean {
  return guides.length > 0 && job === null;
}

/** Keeps the shelf, for one version of the extension. */
export class Shelf {
  /** Places that are to be emptied once those are that are being emptied now; null: none are. */
  private leaving: Set<string> | null = null;

  constructor(
    private readonly area: ShelfArea,
    private readonly version: string,
  ) {}

  /** Has a paper stand there as its page was told. What stands there already is not written again. */
  async put(reply: GuideReply): Promise<void> {
    const place = placeOf(reply.id);
    const before = (await this.area.get(place))[place];
    const shelved = this.written(reply);
    if (belongs(reply)) {
      if (before !== shelved) await this.area.set({ [place]: shelved });
    } else if (String(before).startsWith(headOf(reply.id, this.version))) {
      await this.area.remove([place]);
    }
  }

  /** Whether a day's papers were put there. `day`: whatever names it. */
  async hasDay(day: string): Promise<boolean> {
    return (await this.area.get(DAY))[DAY] === this.version + day;
  }

  /** Puts the papers of a day there, all at once. */
  async putDay(day: string, replies: readonly GuideReply[]): Promise<void> {
    const shelved = replies.filter(belongs).map((reply) => [placeOf(reply.id), this.written(reply)]);
    await this.area.set({ ...Object.fromEntries(shelved), [DAY]: this.version + day });
  }

  /**
   * Takes papers away that have changed in the library; null: all. Of many that change one after the other, those that come while
   * some are being taken away go together.
   */
  drop(ids: readonly string[] | null): void {
    if (ids === null) {
      this.clear().catch(console.error);
      return;
    }
    const places = ids.map(placeOf);
    if (this.leaving) for (const place of places) this.leaving.add(place);
    else this.remove(new Set(places)).catch(console.error);
  }

  /** Takes everything away. */
  clear(): Promise<void> {
    return this.area.clear();
  }

  private written(reply: GuideReply): string {
    return headOf(reply.id, this.version) + JSON.stringify(reply);
  }

  private async remove(first: Set<string>): Promise<void> {
    try {
      for (let places = first; places.size > 0; places = this.leaving) {
        this.leaving = new Set();
        await this.area.remove([...places]);
      }
    } finally {
      this.leaving = null;
    }
  }
}
