import { describe, expect, test } from 'vitest';
import { checkTemplate, isPublicFeed } from '@/core/feeds/address';
import { FEED_PRESETS, feedFromPreset } from '@/core/feeds/presets';
import { addressesOf, hostsOf } from '@/core/feeds/routes';

const feeds = FEED_PRESETS.map((preset) => ({ preset, feed: feedFromPreset(preset, 'feed', 1, 'zh') }));

describe('the public feeds that are offered', () => {
  test.each([
    [
      'daily-arxiv',
      [
        'https://raw.githubusercontent.com/dw-dengwei/daily-arXiv-ai-enhanced/data/data/2026-06-25_AI_enhanced_Chinese.jsonl',
      ],
    ],
    [
      'everyday-cv',
      ['master', 'main'].map(
        (branch) =>
          `https://raw.githubusercontent.com/Owen-Liuyuxuan/papers_reading_sharing.github.io/${branch}/docs/other_categories/daily/arxiv_cv_report_2026-06-25.md`,
      ),
    ],
    [
      'daily-arxiv-xmkxabc',
      [
        'https://raw.githubusercontent.com/xmkxabc/daily-arXiv-ai-enhanced/main/data/2026-06-25_AI_enhanced_Chinese.jsonl',
      ],
    ],
    [
      'daily-arxiv-70asunflower',
      [
        'https://raw.githubusercontent.com/70asunflower/daily-arXiv-ai-enhanced/data/data/2026-06-25_AI_enhanced_English.jsonl',
      ],
    ],
  ])('lie where they are known to lie: %s', (id, urls) => {
    const feed = feeds.find(({ preset }) => preset.id === id)?.feed;
    expect(feed && addressesOf(feed, '2026-06-25').map(({ url }) => url)).toEqual(urls);
  });

  test('are all listed above', () => {
    expect(FEED_PRESETS.map(({ id }) => id)).toEqual([
      'daily-arxiv',
      'everyday-cv',
      'daily-arxiv-xmkxabc',
      'daily-arxiv-70asunflower',
    ]);
  });

  test.each(feeds)('ask one host alone, have no prefix, and are public: $preset.id', ({ feed }) => {
    expect(hostsOf(feed)).toEqual(['https://raw.githubusercontent.com']);
    expect(feed.prefix).toBe('');
    expect(isPublicFeed(feed)).toBe(true);
  });

  test.each(feeds)('are what pasting one of their files gives: $preset.id', ({ preset, feed }) => {
    const [address] = addressesOf(feed, '2026-06-25');
    const { owner, repo, path } = preset.github;
    expect(checkTemplate(address?.url ?? '')).toMatchObject({ github: { owner, repo, path } });
  });

  test.each(FEED_PRESETS)('say in both languages what they lack and what may be done with them: $id', (preset) => {
    for (const text of [preset.name, preset.description, preset.figures, preset.licence]) {
      expect(text.zh.length).toBeGreaterThan(5);
      expect(text.en.length).toBeGreaterThan(5);
      expect(`${text.zh}${text.en}`).not.toMatch(/[!！]/);
    }
    expect(preset.figures.zh).toMatch(/摘要/);
    expect(preset.figures.en).not.toMatch(/[\u4E00-\u9FFF]/);
  });
});
