const MOST_PAPERS = 50;

/** Minutes since midnight as a field for hours has them, 13:30. */
export function formatHour(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** An hour such as 13:30 or 8：05 as minutes since midnight; null for what is none. */
export function parseHour(text: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})\s*[:：]\s*(\d{2})(?::\d{2})?\s*$/.exec(text) ?? [];
  const [hour, minute] = [Number(hours ?? Number.NaN), Number(minutes ?? Number.NaN)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** How many papers a report is to have at most; null for what is no number from 1 to 50. */
export function parseMost(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const most = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return most >= 1 && most <= MOST_PAPERS ? most : null;
}
