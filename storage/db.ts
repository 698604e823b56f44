import { Dexie, type EntityTable } from 'dexie';
import type { AnalysisRecord, GuideRecord, PaperRecord, ReportRecord, ReportText } from '@/core/library/records';
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

/** The newest version() block below. */
const SCHEMA_VERSION = 1;

export class LibraryDb extends Dexie {
  papers!: EntityTable<PaperRecord, 'id'>; // these are assigned by Dexie from the schema below
  analyses!: EntityTable<AnalysisRecord, 'key'>; // see above
  guides!: EntityTable<GuideRecord, 'paperId'>; // see above
  reports!: EntityTable<ReportRecord, 'id'>; // see above
  reportTexts!: EntityTable<ReportText, 'reportId'>; // see above
  saves!: EntityTable<SaveRow, 'paperId'>; // see above
  visits!: EntityTable<VisitRow, 'paperId'>; // see above
  settings!: EntityTable<SettingRow, 'name'>; // see above

  constructor(name = 'library') {
    super(name);
    // Primary key, then what we query by; plain fields need no mention.
    this.version(SCHEMA_VERSION).stores({
      papers: 'id',
      analyses: 'key, paperId, reportId',
      guides: 'paperId',
      reports: 'id, date',
      reportTexts: 'reportId',
      saves: 'paperId, savedAt',
      visits: 'paperId',
      settings: 'name',
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
