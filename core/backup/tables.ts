/**
 * The tables of a backup with the field that names a row, in the order in which they are written: what names papers before the
 * papers, so that whatever a row names is there though the library changes meanwhile. Left out are keys and passwords, and what is
 * made again: guides, appearances, jobs, full texts, arXiv's answers, the search index.
 */
export const KEYS = {
  settings: 'name',
  models: 'id',
  feeds: 'id',
  feedDays: 'key',
  saves: 'paperId',
  edits: 'key',
  dismissals: 'paperId',
  visits: 'paperId',
  sends: 'paperId',
  news: 'date',
  announcements: 'date',
  reports: 'id',
  reportTexts: 'reportId',
  analyses: 'key',
  papers: 'id',
} as const;

export type BackupTable = keyof typeof KEYS;

export const BACKUP_TABLES = Object.keys(KEYS) as BackupTable[]; // as: these are its keys

/** The tables of a backup of what the reader made; of papers and analyses only those that it is about. */
export const OWN_TABLES: readonly BackupTable[] = [
  'settings',
  'models',
  'feeds',
  'saves',
  'edits',
  'dismissals',
  'visits',
  'sends',
  'analyses',
  'papers',
];

/** The order in which tables are restored: settings first, by which papers are rendered; a report behind its papers and its text. */
export const RESTORED_TABLES: readonly BackupTable[] = [
  'settings',
  'models',
  'feeds',
  'saves',
  'dismissals',
  'visits',
  'sends',
  'papers',
  'reportTexts',
  'reports',
  'feedDays',
  'news',
  'announcements',
];

/** Rows of the settings' table that are the reader's; what else stands there is of the moment, or of this machine. */
export const KEPT_SETTINGS: readonly string[] = ['settings', 'looks'];

/** A row as a backup has it. Of edits it has when they were made: what they say stands in the rows that they made. */
export function toBackupRow(table: BackupTable, row: Record<string, unknown>): Record<string, unknown> {
  return table === 'edits' ? { key: row['key'], at: row['at'] } : row;
}

export function isBackupTable(name: string): name is BackupTable {
  return Object.hasOwn(KEYS, name);
}
