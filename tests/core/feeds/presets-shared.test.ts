import { describe, expect, test } from 'vitest';
import { FEED_PRESETS } from '@/core/feeds/presets';
import { hasShared, sharedFile } from '../../shared';

const DAYS: Record<string, string> = {
  'daily-arxiv': 'dw-dengwei__2026-06-25_AI_enhanced_Chinese',
  'daily-arxiv-xmkxabc': 'xmkxabc__2025-06-29_AI_enhanced_Chinese',
  'daily-arxiv-70asunflower': '70asunflower__2026-06-17_AI_enhanced_English',
};

/** The categories that stand first in a real day's papers. */
function firstCategories(name: string): Set<string> {
  const rows = sharedFile(`feeds/${name}.jsonl`).trimEnd().split('\n');
  return new Set(
    rows.map((row) => {
      const paper = JSON.parse(row) as { categories?: string[]; cate?: string }; // as: a sample with a known shape
      return paper.categories?.[0] ?? paper.cate ?? '';
    }),
  );
}

describe.runIf(hasShared)('the categories of the public feeds', () => {
  test.each(Object.entries(DAYS))('are none that a real day of %s lacks', (id, name) => {
    const claimed = FEED_PRESETS.find((preset) => preset.id === id)?.categories ?? [];
    const real = firstCategories(name);
    expect(claimed.length).toBeGreaterThan(0);
    expect(claimed.filter((category) => !real.has(category))).toEqual([]);
  });
});
