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
  'analyses',
  'papers',
];

/** Rows of the settings' table that are the reader's; what else stands there is of the moment, or of this machine. */
export const KEPT_SETTINGS: readonly string[] = ['settings', 'looks'];
