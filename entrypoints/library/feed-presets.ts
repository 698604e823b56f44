import type { ShownPreset } from '@/components/feeds/preset-list';
import type { Feed } from '@/core/feeds/feed';
import { FEED_PRESETS, feedFromPreset, type FeedPreset } from '@/core/feeds/presets';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';

function sayContents({ language: written, basis }: FeedPreset, language: Language): string {
  const words = feedWords[language];
  return [
    written === 'zh' ? words.writtenChinese : words.writtenEnglish,
    basis === 'abstract' ? words.basisAbstract : words.basisMixed,
  ].join(' · ');
}

/** The public feeds, in the order in which they are offered. `findSubscribed` knows the feed that one is already. */
export function listPresets(language: Language, findSubscribed: (feed: Feed) => Feed | null): ShownPreset[] {
  return FEED_PRESETS.map((preset) => ({
    id: preset.id,
    name: preset.name[language],
    description: preset.description[language],
    figures: preset.figures[language],
    licence: preset.licence[language],
    contents: sayContents(preset, language),
    categories: preset.categories,
    feedId: findSubscribed(feedOfPreset(preset, language))?.id ?? null,
  }));
}

/** The feed that a preset becomes: subscribed to again it is the same one. */
function feedOfPreset(preset: FeedPreset, language: Language): Feed {
  return feedFromPreset(preset, preset.id, 0, language);
}

/** As `feedOfPreset`, by the preset's id; null where nothing is offered by it. */
export function findPresetFeed(presetId: string, language: Language): Feed | null {
  const preset = FEED_PRESETS.find(({ id }) => id === presetId);
  return preset ? feedOfPreset(preset, language) : null;
}

/** What is known of the licence of a feed that was offered; '' for any other. */
export function licenceOf({ presetId }: Feed, language: Language): string {
  return FEED_PRESETS.find(({ id }) => id === presetId)?.licence[language] ?? '';
}
