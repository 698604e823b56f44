import { Dexie, type EntityTable } from 'dexie';
import type { Guide } from '@/core/guide/guide';
import type { Basis, Report, Saved, Section } from '@/core/paper';
import type { Tree } from '@/core/render/tree';

/** What is known of a paper, from whatever source; `id` is the versionless arXiv id. */
export interface PaperRow {
  id: string;
  /** The newest version any source named; null when none did. */
  version: number | null;
  title: string;
  titleChinese: string | null;
  authors: string[];
  /** Day of the first version, YYYY-MM-DD. */
  published: string | null;
  categories: string[];
  abstract: string;
  links: { label: string; url: string }[];
  comments: string | null;
  journalRef: string | null;
  doi: string | null;
  /** 'report' metadata is never overwritten by what a page says. */
  from: 'report' | 'page';
}

/** One analysis of a paper. `key` is `paperId|reportId|version`, stable over repeated imports. */
export interface AnalysisRow {
  key: string;
  paperId: string;
  reportId: string | null;
  source: string;
  date: string | null;
  basis: Basis;
  basisStated: boolean;
  version: number | null;
  model: string | null;
  markdown: string;
  sections: Section[];
  keyFindings: string[];
  extra: Record<string, string>;
}

/** The one record that a visit reads: every rendered guide of a paper, best first, and whether it is saved. */
export interface GuideRow {
  paperId: string;
  guideVersion: number;
  guides: Guide[];
  saved: boolean;
}

/** One paper in a report's list, as the popup draws it. */
export interface ReportEntry {
  id: string;
  version: number | null;
  title: string;
  titleChinese: string | null;
  gist: string;
  categories: string[];
  basis: Basis | null;
  basisStated: boolean;
  /** True when the source has text in place of an analysis that is none. */
  failed: boolean;
}

/** A day's report as it is listed. `id` is `date|title`; `summary` is rendered, `importedAt` epoch milliseconds. */
export interface ReportRow {
  id: string;
  date: string | null;
  title: string;
  source: string;
  summary: { sections: { title: string; body: Tree[] }[]; invented: boolean } | null;
  entries: ReportEntry[];
  importedAt: number;
}

/** The whole report as parsed, for export and for showing the source again; kept apart so that lists stay light. */
export interface ReportTextRow {
  reportId: string;
  report: Report;
}

export interface SaveRow extends Saved {
  paperId: string;
}

export interface VisitRow {
  paperId: string;
  seenAt: number;
}

export interface SettingRow {
  name: string;
  value: unknown;
}

export class LibraryDb extends Dexie {
  papers!: EntityTable<PaperRow, 'id'>; // these are assigned by Dexie from the schema below
  analyses!: EntityTable<AnalysisRow, 'key'>; // see above
  guides!: EntityTable<GuideRow, 'paperId'>; // see above
  reports!: EntityTable<ReportRow, 'id'>; // see above
  reportTexts!: EntityTable<ReportTextRow, 'reportId'>; // see above
  saves!: EntityTable<SaveRow, 'paperId'>; // see above
  visits!: EntityTable<VisitRow, 'paperId'>; // see above
  settings!: EntityTable<SettingRow, 'name'>; // see above

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
  }
}
