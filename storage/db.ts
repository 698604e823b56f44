import { Dexie, type EntityTable } from 'dexie';
import type { StoredText } from '@/core/arxiv/stored-text';
import type { Job } from '@/core/jobs/job';
import type { AnalysisRecord, GuideRecord, PaperRecord, ReportRecord, ReportText } from '@/core/library/records';
import type { ModelConfig } from '@/core/model/config';
import type { Saved } from '@/core/paper';

/** `savedAt` null: no longer saved, but tags and note are kept should the star come back. Null is not indexed. */
interface SaveRow extends Omit<Saved, 'savedAt'> {
  paperId: string;
  savedAt: number | null;
}

interface VisitRow {
  paperId: string;
  /** Epoch milliseconds of the first visit. */
  seenAt: number;
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

/** The newest version() block below. */
const SCHEMA_VERSION = 2;

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

  constructor(name = 'library') {
    super(name);
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
    this.version(SCHEMA_VERSION).stores({
      analyses: 'key, paperId, reportId, writing.writtenAt',
      models: 'id',
      keys: 'modelId',
      jobs: 'id, state',
      texts: 'id, fetchedAt',
    });
    // Dexie opens a library of a newer version as if it were its own; we would write rows that the newer one cannot read.
    this.on(
      'ready',
      () => {
        if (this.backendDB().version > SCHEMA_VERSION * 10) throw new Dexie.VersionError('the library is newer');
      },
      true,
    );
  }
}

export const db = new LibraryDb();
