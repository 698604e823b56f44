/** How far a reader has come with a saved paper. */
export const STATUSES = ['to-read', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];
