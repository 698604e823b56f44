import { AppError } from '@/core/errors';
import type { SyncAccount } from '@/core/sync/account';
import { type Edit, HERE } from '@/core/sync/edit';
import { parseKey } from '@/core/sync/keys';
import { MOST_CHARACTERS, MOST_EDITS } from '@/core/sync/segments';
import type { TravellingPaper } from '@/core/sync/segment';
import { NEW_STATE, type OwnSegment, type SyncState } from '@/core/sync/state';
import { latestStamp, toStamp } from '@/core/sync/stamp';
import type { SyncStore } from '@/core/sync/sync';
import { toTravelling } from '@/core/sync/travelling-paper';
import { db } from './db';
import { guarded } from './guard';
import type { EditRow } from './stamping';
import { takeEdits } from './sync-take';

/** What pages may know of the account: all but the password. */
export type SyncSetup = Omit<SyncAccount, 'password'>;

const newDevice = (): string => crypto.randomUUID().slice(0, 8);

/** The account with its password. Only for the background's own requests: never for a message, a log or a file. */
export function readAccount(): Promise<SyncAccount | null> {
  return guarded(async () => {
    return (await db.sync.get('account'))?.account ?? null;
  });
}

async function getState(): Promise<SyncState> {
  // What an earlier version did not know begins as it does in a new library.
  return { ...NEW_STATE, ...(await db.sync.get('state'))?.state };
}

async function putState(change: (state: SyncState) => SyncState): Promise<SyncState> {
  const state = change(await getState());
  await db.sync.put({ id: 'state', state });
  return state;
}

/** How syncing is going; `setup` null while it is off. */
export function readSync(): Promise<{ setup: SyncSetup | null; state: SyncState; unsent: number }> {
  return guarded(async () => {
    const [account, state, unsent] = await Promise.all([readAccount(), getState(), countUnsent()]);
    if (!account) return { setup: null, state, unsent };
    const { url, user, device, deviceName } = account;
    return { setup: { url, user, device, deviceName }, state, unsent };
  });
}

export function changeSyncState(change: (state: SyncState) => SyncState): Promise<SyncState> {
  return guarded(() => db.transaction('rw', db.sync, () => putState(change)));
}

async function unsendAll(): Promise<void> {
  await db.edits.where('segment').above(0).modify({ segment: 0 });
}

/**
 * Begins to sync, or goes on at another address or as another user. Where the folder is another one, everything is written and read
 * anew.
 */
export function keepAccount(wanted: Omit<SyncAccount, 'device'>): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.sync, db.edits, async () => {
      const before = await readAccount();
      const isSame = before?.url === wanted.url && before.user === wanted.user;
      if (!isSame) await unsendAll();
      // In another folder nobody knows us; in the same, our own files are found again by the same name.
      const device = before?.device ?? newDevice();
      await db.sync.put({ id: 'account', account: { ...wanted, device } });
      await putState((state) => (isSame ? { ...state, error: null, failures: 0, nextAt: 0 } : NEW_STATE));
    }),
  );
}

/** The password that is kept for an address's origin; null where none is. */
export async function readSyncPassword(url: string, user: string): Promise<string | null> {
  const account = await readAccount();
  const isFor = account && account.user === user && new URL(account.url).origin === new URL(url).origin;
  return isFor ? account.password : null;
}

/** Ends syncing and forgets the password; all that is here stays, and so does what lies on the server. */
export function stopSync(): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.sync, db.edits, async () => {
      await db.sync.clear();
      await unsendAll();
    }),
  );
}

function countUnsent(): Promise<number> {
  return guarded(() => db.edits.where('segment').equals(0).count());
}

async function countLive(numbers: readonly number[]): Promise<Map<number, number>> {
  const counts = await guarded(() =>
    Promise.all(numbers.map((number) => db.edits.where('segment').equals(number).count())),
  );
  return new Map(numbers.map((number, index) => [number, counts[index] ?? 0]));
}

async function keepOnly(numbers: readonly number[]): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.edits, async () => {
      const kept = new Set<unknown>([0, ...numbers]);
      const found = await db.edits.orderBy('segment').uniqueKeys();
      const lost = found.filter((number) => !kept.has(number));
      if (lost.length > 0) await db.edits.where('segment').anyOf(lost).modify({ segment: 0 });
    }),
  );
}

async function pullBack(now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.edits, async () => {
      const ahead = await db.edits.where('at').above(latestStamp(now)).sortBy('at');
      const mine = ahead.filter(({ by }) => by === HERE);
      await db.edits.bulkPut(mine.map((edit, index) => ({ ...edit, at: toStamp(now) + index, segment: 0 })));
    }),
  );
}

async function adopt(present: ReadonlySet<string>): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.edits, async () => {
      const devices = (await db.edits.orderBy('by').uniqueKeys()) as string[]; // as: the field’s type
      const gone = devices.filter((device) => device !== HERE && !present.has(device));
      if (gone.length === 0) return;
      const left = db.edits
        .where('by')
        .anyOf(gone)
        .filter(({ segment }) => segment === undefined);
      await left.modify({ segment: 0 });
    }),
  );
}

/** Gives as many edits as make a file, those that no file carries first. */
async function readOwn(numbers: readonly number[]): Promise<{ edits: EditRow[]; papers: TravellingPaper[] }> {
  return guarded(async () => {
    const edits: EditRow[] = [];
    let length = 0;
    for (const number of numbers) {
      const most = MOST_EDITS - edits.length;
      for (const edit of await db.edits.where('segment').equals(number).limit(most).toArray()) {
        length += JSON.stringify(edit.value).length + 80;
        if (length > MOST_CHARACTERS && edits.length > 0) break;
        edits.push(edit);
      }
    }
    const starred = edits.flatMap(({ key, value }) => {
      const parsed = parseKey(key);
      return parsed?.kind === 'saved' && value !== null ? parsed.id : [];
    });
    const papers = await db.papers.bulkGet(starred);
    return { edits, papers: papers.flatMap((paper) => (paper ? toTravelling(paper) : [])) };
  });
}

async function keepSegment(segment: OwnSegment, edits: readonly Edit[], absorbed: readonly number[]): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.edits, db.sync, async () => {
      const now = await db.edits.bulkGet(edits.map(({ key }) => key));
      const same = now.filter((row, index): row is EditRow => {
        const sent = edits[index];
        return row !== undefined && row.at === sent?.at && row.by === sent.by;
      });
      await db.edits.bulkPut(same.map((row) => ({ ...row, segment: segment.number })));
      // What did not fit in is written out next.
      if (absorbed.length > 0)
        await db.edits
          .where('segment')
          .anyOf([...absorbed])
          .modify({ segment: 0 });
      await putState((state) => ({
        ...state,
        segments: [...state.segments.filter(({ number }) => !absorbed.includes(number)), segment],
      }));
    }),
  );
}

async function renew(): Promise<SyncAccount> {
  return guarded(() =>
    db.transaction('rw', db.sync, db.edits, async () => {
      const before = await readAccount();
      if (!before) throw new AppError('stopped', 'syncing was stopped');
      const account = { ...before, device: newDevice() };
      await db.sync.put({ id: 'account', account });
      await putState((state) => ({ ...state, segments: [], nextNumber: 1 }));
      await unsendAll();
      return account;
    }),
  );
}

/** The library as syncing sees it. */
export const syncStore: SyncStore = {
  readState: () => guarded(getState),
  changeState: changeSyncState,
  renew,
  keepOnly,
  pullBack,
  adopt,
  take: takeEdits,
  countUnsent,
  countLive,
  readOwn,
  keepSegment,
};
