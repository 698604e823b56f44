/** How a paper was announced, as arXiv's feeds call it; `absonly`: its abstract alone was changed. */
export const ANNOUNCE_TYPES = ['new', 'cross', 'replace', 'replace-cross', 'absonly'] as const;
export type AnnounceType = (typeof ANNOUNCE_TYPES)[number];

/** @returns null for what arXiv does not call so. */
export function parseAnnounceType(text: string): AnnounceType | null {
  const name = text.trim().toLowerCase();
  return ANNOUNCE_TYPES.find((type) => type === name) ?? null;
}
