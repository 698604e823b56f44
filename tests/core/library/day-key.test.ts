import { describe, expect, test } from 'vitest';
import { idsOfDay, toDayKey } from '@/core/library/day-key';

describe('the key of a day', () => {
  test.each([
    ['2025-12-30|计算机视觉日报', '2025-12-30'],
    ['2025-12-30|A|feed', '2025-12-30'],
    ['2025-12-30|', '2025-12-30'],
    ['0000-00-00|A', '0000-00-00|A'],
    ['0000-00-00|', '0000-00-00|'],
  ])('of %s is %s', (id, key) => {
    expect(toDayKey(id)).toBe(key);
    const { from, to } = idsOfDay(key);
    expect(from <= id && id <= to).toBe(true);
  });

  test.each([
    ['2025-12-30', '2025-12-31|A'],
    ['2025-12-30', '2025-12-29|\uFFFE'],
    ['0000-00-00|A', '0000-00-00|AB'],
    ['0000-00-00|A', '0000-00-00|'],
  ])('%s does not hold %j', (key, id) => {
    const { from, to } = idsOfDay(key);
    expect(from <= id && id <= to).toBe(false);
  });
});
