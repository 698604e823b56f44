import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import type { StoredText } from '@/core/arxiv/stored-text';
import type { DailyRow } from '@/core/daily/daily-state';
import type { DayNews } from '@/core/daily/news';
import type { Feed, FeedDay, FeedState } from '@/core/feeds/feed';
import type { Job } from '@/core/jobs/job';
import type { DayCounts } from '@/core/library/day-counts';
import { type Appearance, seenBefore, withAppearance } from '@/core/library/appearances';
import type { AnalysisRecord, GuideRecord, PaperRecord, ReportRecord, ReportText } from '@/core/library/records';
import type { Contact } from './contacts';
import type { ColumnBlock } from '@/core/search/columns';
import type { Page } from '@/core/search/pages';
import type { ModelConfig } from '@/core/model/config';
import type { Saved } from '@/core/paper';
import type { Settings } from '@/core/settings';
import type { SyncAccount } from '@/core/sync/account';
import type { SyncState } from '@/core/sync/state';
import { type QueueRow, queueWrites } from './search-queue';
import type { DocRow, IndexState, WordsRow } from './search-rows';
import { carefulFactory } from './careful-factory';
import { keepsRoom } from './disk';
import { type EditRow, firstEdits, stampWrites } from './stamping';
import { leaveUnwatched } from './unwatched';

/** `savedAt` null: no longer saved, but tags and note are kept should the star come back. Null is not indexed. */
export interface SaveRow extends Omit<Saved, 'savedAt'> {
  paperId: string;
  savedAt: number | null;
}

export interface VisitRow {
  paperId: string;
  /** Epoch milliseconds of the first visit. */
  seenAt: number;
  /** True when the reader marked it as seen and has not opened it. */
  unopened?: true;
}

/** A paper that the reader does not want to see again. */
interface DismissalRow {
  paperId: string;
  /** Epoch milliseconds. */
  dismissedAt: number;
}

interface SettingRow {
  name: string;
  value: unknown;
}

/** A model's key, apart from all else so that nothing that reads or exports models can meet it. */
interface KeyRow {
  modelId: string;
  /** The only origin it may be sent to: https://api.deepseek.com. */
  origin: string;
  key: string;
}

/** An answer of arXiv's; `key` is its day and its address. */
interface AnswerRow {
  key: string;
  text: string;
  /** Epoch milliseconds. */
  keptAt: number;
}

/**
 * The one account on the reader's own server, and how syncing with it went; apart from all else so that nothing that reads or
 * exports the library can meet the password.
 */
interface SyncRow {
  id: 'account' | 'state';
  account?: SyncAccount;
  state?: SyncState;
}

/** When a paper was last sent to another program from here, in epoch milliseconds. */
interface SendRow {
  paperId: string;
  zotero?: number;
  obsidian?: number;
}

/** The newest version() block below. */
export const SCHEMA_VERSION = 5;

export class LibraryDb extends Dexie {
  papers!: EntityTable<PaperRecord, 'id'>; // these are assigned by Dexie from the schema below
  analyses!: EntityTable<AnalysisRecord, 'key'>; // see above
  guides!: EntityTable<GuideRecord, 'paperId'>; // see above
  reports!: EntityTable<ReportRecord, 'id'>; // see above
  reportTexts!: EntityTable<ReportText, 'reportId'>; // see above
  saves!: EntityTable<SaveRow, 'paperId'>; // see above
  visits!: EntityTable<VisitRow, 'paperId'>; // see above
  settings!: EntityTable<SettingRow, 'name'>; // see above
  models!: EntityTable<ModelConfig, 'id'>; // see above
  keys!: EntityTable<KeyRow, 'modelId'>; // see above
  jobs!: EntityTable<Job, 'id'>; // see above
  texts!: EntityTable<StoredText, 'id'>; // see above
  feeds!: EntityTable<Feed, 'id'>; // see above
  feedStates!: EntityTable<FeedState, 'feedId'>; // see above
  feedDays!: EntityTable<FeedDay, 'key'>; // see above
  appearances!: EntityTable<Appearance, 'paperId'>; // see above
  announcements!: EntityTable<AnnouncedDay, 'date'>; // see above
  answers!: EntityTable<AnswerRow, 'key'>; // see above
  news!: EntityTable<DayNews, 'date'>; // see above
  dailyState!: EntityTable<DailyRow, 'id'>; // see above
  dismissals!: EntityTable<DismissalRow, 'paperId'>; // see above
  contacts!: EntityTable<Contact, 'host'>; // see above
  dayCounts!: EntityTable<DayCounts, 'date'>; // see above
  edits!: EntityTable<EditRow, 'key'>; // see above
  sends!: EntityTable<SendRow, 'paperId'>; // see above
  sync!: EntityTable<SyncRow, 'id'>; // see above
  searchQueue!: EntityTable<QueueRow, 'number'>; // see above
  searchState!: EntityTable<IndexState, 'id'>; // see above
  searchDocs!: EntityTable<DocRow, 'paperId'>; // see above
  searchColumns!: EntityTable<ColumnBlock, 'block'>; // see above
  searchPages!: Table<Page, [segment: number, first: string]>; // see above
  searchWords!: Table<WordsRow, [segment: number, part: number]>; // see above

  /** Whether it had been open here, and was no longer there when it was to be opened again. */
  isGone = false;

  constructor(name = 'library') {
    super(name, {
      indexedDB: carefulFactory(Dexie.dependencies.indexedDB, (isGone) => {
        this.isGone = isGone;
      }),
    });
    this.use(keepsRoom);
    leaveUnwatched(this);
    // Primary key, then what we query by; plain fields need no mention.
    this.version(1).stores({
      papers: 'id',
      analyses: 'key, paperId, reportId',
      guides: 'paperId',
      reports: 'id, date',
      reportTexts: 'reportId',
      saves: 'paperId, savedAt',
      visits: 'paperId',
      settings: 'name',
    });
    // Guides are written here too: by models, in jobs, from full texts.
    this.version(2).stores({
      analyses: 'key, paperId, reportId, writing.writtenAt',
      models: 'id',
      keys: 'modelId',
      jobs: 'id, state',
      texts: 'id, fetchedAt',
    });
    // Reports come from feeds too, and a paper is the same paper in all of them.
    this.version(3)
      .stores({
        feeds: 'id',
        feedStates: 'feedId',
        feedDays: 'key, feedId',
        appearances: 'paperId',
        announcements: 'date',
      })
      .upgrade(fillAppearances);
    // Whoever wants an answer of arXiv's, it is asked for once; of them a day's report is made here, as the reader likes it.
    this.version(4).stores({
      answers: 'key, keptAt',
      news: 'date',
      dailyState: 'id',
      dismissals: 'paperId, dismissedAt',
    });
    // A library for years: saved papers have a status, and are found by it and by their tags; a list of any length is read by
    // its keys alone, in any order, and of any author's.
    // What the reader changed, and when, is noted for other devices (stamping.ts).
    this.version(SCHEMA_VERSION)
      .stores({
        papers: 'id, *authors',
        saves: 'paperId, savedAt, status, *tags',
        edits: 'key, at, by, segment',
        // Pictures are drawn from counts, made once for each day; reports are told apart by when they came.
        reports: 'id, date, importedAt',
        dayCounts: 'date',
        sync: 'id',
        contacts: 'host',
        // Everything is found in a blink, by an index that is brought up to date step by step (search-indexer.ts).
        searchQueue: '++number, size',
        searchState: 'id',
        searchDocs: 'paperId',
        searchColumns: 'block',
        searchPages: '[segment+first]',
        searchWords: '[segment+part]',
        sends: 'paperId',
      })
      .upgrade(fillEdits);
    this.use(stampWrites);
    this.use(queueWrites);
  }
}

/** Notes in which reports each paper stands, and marks in each report what an earlier one had: reports come by their day. */
async function fillAppearances(transaction: Transaction): Promise<void> {
  const rows = new Map<string, Appearance>();
  await transaction
    .table<ReportRecord>('reports')
    .toCollection()
    .modify((report) => {
      for (const entry of report.entries) {
        const row = withAppearance(rows.get(entry.id), entry.id, report.id);
        rows.set(entry.id, row);
        const seenOn = seenBefore(row, report.id);
        if (seenOn) entry.seenOn = seenOn;
      }
    });
  await transaction.table<Appearance>('appearances').bulkPut([...rows.values()]);
}

/** Notes what readers have in their libraries already, so that it can travel like what comes later. */
async function fillEdits(transaction: Transaction): Promise<void> {
  const [saves, dismissals, row] = await Promise.all([
    transaction.table<SaveRow>('saves').toArray(),
    transaction.table<DismissalRow>('dismissals').toArray(),
    transaction.table<SettingRow>('settings').get('settings'),
  ]);
  const settings = (row?.value ?? {}) as Partial<Settings>; // as: only changeSettings writes it
  await transaction.table<EditRow>('edits').bulkPut(firstEdits(saves, dismissals, settings));
}

export const db = new LibraryDb();
