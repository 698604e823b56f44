const STEP = 1_024;
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A number of bytes as it is read: 12.3 MB, 512 B. */
export function nameBytes(bytes: number): string {
  const rank = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP))));
  const value = bytes / STEP ** rank;
  return `${value < 10 && rank > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[rank] ?? ''}`;
}
