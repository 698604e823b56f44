import type { ChartUnit } from '@/core/library/chart-series';
import { nameDay } from '@/core/moment';
import type { Language } from '@/core/settings';
import type { ChartWords } from '@/core/words/charts';
import { fill } from '@/core/words/words';

/** A bucket as it is read: 11 月 3 日, 11 月 3 日起的一周, 2026-11. */
export function nameBucket(date: string, unit: ChartUnit, now: number, language: Language, words: ChartWords): string {
  if (unit === 'month') return date.slice(0, 7);
  const day = nameDay(date, now, language);
  return unit === 'week' ? fill(words.weekOf, { day }) : day;
}

/** The same below an axis, where there is little room. */
export function shortBucket(date: string, unit: ChartUnit): string {
  return unit === 'month' ? date.slice(0, 7) : date.slice(5);
}
