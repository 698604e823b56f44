import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { Steps } from '../steps';
import type { SyncAccount } from './account';
import type { DavFolder } from './dav';
import type { Edit } from './edit';
import { parseFileName, writeFileName } from './file-name';
import type { ListedFile } from './multistatus';
import { toAbroad } from './naming';
import { absorbable } from './segments';
import { FILE_VERSION, readSegmentSteps, type Segment, type TravellingPaper, writeSegment } from './segment';
import type { OtherDevice, OwnSegment, SyncState, UnusedFile } from './state';

/** What syncing asks of the library. */
export interface SyncStore {
  readState: () => Promise<SyncState>;
  changeState: (change: (state: SyncState) => SyncState) => Promise<SyncState>;
  /** This library gets a new name, and all its edits have to be written out anew. */
  renew: () => Promise<SyncAccount>;
  /** Edits that no file of these numbers carries any more are to be written out again. */
  keepOnly: (numbers: readonly number[]) => Promise<void>;
  /** Edits of our own that a wrong clock put far ahead of `now` are of now, in their order; others would wait for their time to come. */
  pullBack: (now: number) => Promise<void>;
  /** Edits of devices that have no file any more are written out as if they were ours. */
  adopt: (present: ReadonlySet<string>) => Promise<void>;
  /** Takes in what is newer than what is here. @returns papers whose notes were written in two places at once. */
  take: (edits: readonly Edit[], papers: readonly TravellingPaper[], device: string) => Promise<string[]>;
  countUnsent: () => Promise<number>;
  /** How many edits the file of each number still carries that are not newer elsewhere. */
  countLive: (numbers: readonly number[]) => Promise<Map<number, number>>;
  /** Edits of files with these numbers, 0 for those that no file carries, as many as make a file; with what is known of the papers they star. */
  readOwn: (numbers: readonly number[]) => Promise<{ edits: Edit[]; papers: TravellingPaper[] }>;
  /** Notes which file carries these edits, unless one was changed meanwhile, and takes it into the state. */
  keepSegment: (segment: OwnSegment, edits: readonly Edit[], absorbed: readonly number[]) => Promise<void>;
}

export interface SyncTools {
  account: SyncAccount;
  dav: DavFolder;
  store: SyncStore;
  clock: Clock;
  /** Does long work in small steps. */
  breatheThrough: <T>(steps: Steps<T>) => Promise<T>;
}

/** So many edits of another device's are taken in at once. */
const TAKEN_AT_ONCE = 200;
/** A clock that differs by less is right enough. */
const LEAST_AHEAD_MILLISECONDS = 60_000;
const MOST_CONFLICTS = 50;

interface Mine {
  name: string;
  number: number;
  bytes: number | null;
}

function minesOf(files: readonly ListedFile[], device: string): Mine[] {
  return files.flatMap(({ name, bytes }) => {
    const parsed = parseFileName(name);
    return parsed?.device === device ? { name, number: parsed.number, bytes } : [];
  });
}

/** What tells a file that was read from one that was not; files of ours do not change once they are whole. */
const markOf = ({ bytes, modified }: ListedFile): string => `${FILE_VERSION}|${bytes ?? modified ?? ''}`;

/** Where this device's files stand: whether all are there and whole, and which are there beside them. */
async function checkMine(
  files: readonly ListedFile[],
  tools: SyncTools,
): Promise<{ account: SyncAccount; left: Mine[] }> {
  const { store, account } = tools;
  const mine = minesOf(files, account.device);
  const { segments, nextNumber } = await store.readState();
  // Somebody else writes under our name: a copy of this profile. From now on they are two.
  if (mine.some(({ number }) => number >= nextNumber)) return { account: await store.renew(), left: [] };
  const bytesOf = new Map(mine.map(({ number, bytes }) => [number, bytes]));
  const whole = segments.filter(({ number, bytes }) => {
    const there = bytesOf.get(number);
    return there === null || there === bytes;
  });
  const numbers = new Set(whole.map(({ number }) => number));
  if (whole.length < segments.length) await store.changeState((state) => ({ ...state, segments: whole }));
  await store.keepOnly([...numbers]);
  // What a file was put into may be taken away only once that one is known to be whole.
  return { account, left: whole.length < segments.length ? [] : mine.filter(({ number }) => !numbers.has(number)) };
}

const newestDevices = (known: readonly OtherDevice[], { head }: Segment): OtherDevice[] => {
  const before = known.find(({ device }) => device === head.device);
  if (before && before.writtenAt >= head.writtenAt) return [...known];
  // The name is shown: one line of what can be seen.
  const name = head.name
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 40);
  return [...known.filter(({ device }) => device !== head.device), { ...head, name }];
};

async function takeSegment(segment: Segment, { store, account }: SyncTools): Promise<void> {
  const papers = new Map(segment.papers.map((paper) => [paper.id, paper]));
  const conflicts: string[] = [];
  for (let at = 0; at < segment.edits.length; at += TAKEN_AT_ONCE) {
    const edits = segment.edits.slice(at, at + TAKEN_AT_ONCE);
    const named = new Set(edits.map(({ key }) => key.slice(0, key.indexOf('|'))));
    const about = [...named].flatMap((id) => papers.get(id) ?? []);
    conflicts.push(...(await store.take(edits, about, account.device)));
  }
  await store.changeState((state) => ({
    ...state,
    devices: newestDevices(state.devices, segment),
    conflicts: [...new Set([...conflicts, ...state.conflicts])].slice(0, MOST_CONFLICTS),
  }));
}

/** Reads one file of another device's. @returns why it could not be used; null when it could, or is gone. */
async function readOther(file: ListedFile, tools: SyncTools): Promise<UnusedFile['reason'] | null> {
  const { store, dav, clock } = tools;
  const bytes = await dav.get(file.name);
  if (!bytes) return null;
  const { clockAhead } = await store.readState();
  const segment = await tools.breatheThrough(readSegmentSteps(bytes, clock.now() + clockAhead));
  const isItsOwn = typeof segment !== 'string' && segment.head.device === parseFileName(file.name)?.device;
  if (isItsOwn) await takeSegment(segment, tools);
  const reason = typeof segment === 'string' ? segment : isItsOwn ? null : 'damaged';
  const isLater = isItsOwn && segment.future > 0;
  if (!isLater) await store.changeState((state) => ({ ...state, read: { ...state.read, [file.name]: markOf(file) } }));
  return isLater ? 'future' : reason;
}

async function readOthers(files: readonly ListedFile[], tools: SyncTools): Promise<void> {
  const { store, account } = tools;
  const others = files.filter(({ name }) => {
    const parsed = parseFileName(name);
    return parsed !== null && parsed.device !== account.device;
  });
  const names = new Set(others.map(({ name }) => name));
  const { read } = await store.changeState((state) => ({
    ...state,
    read: Object.fromEntries(Object.entries(state.read).filter(([name]) => names.has(name))),
    unused: state.unused.filter(({ name }) => names.has(name)),
  }));
  for (const file of others.filter((one) => read[one.name] !== markOf(one))) {
    const reason = await readOther(file, tools);
    await store.changeState((state) => {
      const unused = state.unused.filter(({ name }) => name !== file.name);
      return { ...state, unused: reason ? [...unused, { name: file.name, reason }] : unused };
    });
  }
}

/** Writes out what no file carries, a file at a time; small files are put together with what comes. */
async function publish({ store, dav, account, clock }: SyncTools): Promise<void> {
  for (;;) {
    const unsent = await store.countUnsent();
    if (unsent === 0) return;
    const { segments, nextNumber } = await store.readState();
    const live = await store.countLive(segments.map(({ number }) => number));
    const absorbed = absorbable(segments, live, unsent);
    const { edits, papers } = await store.readOwn([0, ...absorbed]);
    if (edits.length === 0) return;
    // Noted before it is used: a number stands for one content for ever, even should we end in the middle.
    await store.changeState((state) => ({ ...state, nextNumber: nextNumber + 1 }));
    const { clockAhead } = await store.readState();
    const head = { device: account.device, name: account.deviceName, writtenAt: clock.now() + clockAhead };
    const abroad = edits.map((edit) => toAbroad(edit, account.device));
    const bytes = writeSegment(head, abroad, papers);
    await dav.put(writeFileName(account.device, nextNumber), bytes);
    await store.keepSegment({ number: nextNumber, bytes: bytes.length, edits: edits.length }, edits, absorbed);
  }
}

async function noteClock({ dav, store, clock }: SyncTools): Promise<void> {
  const ahead = dav.clockAhead ?? 0;
  const clockAhead = Math.abs(ahead) < LEAST_AHEAD_MILLISECONDS ? 0 : ahead;
  await store.changeState((state) => (state.clockAhead === clockAhead ? state : { ...state, clockAhead }));
  await store.pullBack(clock.now() + clockAhead);
}

/**
 * Brings this library and the reader's others together over a folder on a server. Each device writes files of its own and reads
 * the others'; all that is known is merged by reading, and it may end anywhere and be begun again.
 *
 * @throws AppError with a code of syncing's or of storage's.
 */
export async function sync(tools: SyncTools): Promise<void> {
  const { dav, store } = tools;
  let files = await dav.list();
  if (!files) {
    await dav.make();
    files = [];
  }
  await noteClock(tools);
  const { account, left } = await checkMine(files, tools);
  const own = { ...tools, account };
  await readOthers(files, own);
  await store.adopt(new Set([account.device, ...files.flatMap(({ name }) => parseFileName(name)?.device ?? [])]));
  await publish(own);
  for (const { name } of left) await dav.remove(name);
}

/** Whether a server can be synced with, as a reader tries it before anything is kept. @throws AppError as `sync` does. */
export async function testFolder(dav: DavFolder): Promise<void> {
  if ((await dav.list()) === null) await dav.make();
  const name = 'daodu-test.txt';
  const text = new TextEncoder().encode('导读');
  await dav.put(name, text);
  const back = await dav.get(name);
  await dav.remove(name);
  if (!back || new TextDecoder().decode(back) !== '导读')
    throw new AppError('sync-no-dav', 'what was written is not there');
}
