import { useEffect, useRef } from 'preact/hooks';
import { formatRoute } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';

/** A public feed as it is offered, its texts in the reader's language. */
export interface ShownPreset {
  id: string;
  name: string;
  description: string;
  /** How much of it is analyses, and what they rest on. */
  figures: string;
  licence: string;
  contents: string;
  categories: readonly string[];
  /** The subscription that it is already; null when it is none. */
  feedId: string | null;
}

interface PresetListProps {
  presets: readonly ShownPreset[];
  /** The one whose preview was just left, which takes the focus; null for none. */
  focusId: string | null;
  language: Language;
  onPreview: (presetId: string) => void;
}

/** The well-known public feeds. */
export function PresetList({ presets, focusId, language, onPreview }: PresetListProps) {
  const words = feedWords[language];
  const focused = useRef<HTMLButtonElement>(null);
  useEffect(() => focused.current?.focus(), [focusId]);
  return (
    <>
      <h2>{words.presets}</h2>
      <p class="small">{words.presetsHint}</p>
      <ul class="feed-list" role="list" aria-label={words.presets}>
        {presets.map((preset) => (
          <li key={preset.id}>
            <div class="preset-head">
              <h3>{preset.name}</h3>
              {preset.feedId === null ? (
                <button
                  ref={preset.id === focusId ? focused : null}
                  type="button"
                  class="button"
                  aria-label={fill(words.previewOf, { name: preset.name })}
                  onClick={() => onPreview(preset.id)}
                >
                  {words.preview}
                </button>
              ) : (
                <a class="subscribed" href={formatRoute({ kind: 'feed', id: preset.feedId })}>
                  {words.subscribed}
                </a>
              )}
            </div>
            <p>{preset.description}</p>
            <p class="small">{preset.figures}</p>
            <p class="facts">
              <span>{preset.contents}</span>
              {preset.categories.length > 0 && (
                <span>{fill(words.categories, { list: preset.categories.join(language === 'zh' ? '、' : ', ') })}</span>
              )}
              <span>
                {words.licence}
                {words.colon}
                {preset.licence}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
