import type { Settings } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';
import { Choice } from './choice';
import { GlossaryField } from './glossary-field';

interface GuideSettingsProps {
  settings: Pick<Settings, 'guideLanguage' | 'glossary'>;
  words: ModelWords;
  onChange: (change: Partial<Settings>) => void;
}

/** How guides are written, whichever model writes them. */
export function GuideSettings({ settings, words, onChange }: GuideSettingsProps) {
  return (
    <section id="writing" aria-labelledby="writing-title">
      <h2 id="writing-title">{words.writing}</h2>
      <Choice
        name="guideLanguage"
        label={words.guideLanguage}
        hint={words.guideLanguageHint}
        value={settings.guideLanguage}
        options={[
          { value: 'zh', label: words.chinese, lang: 'zh-CN' },
          { value: 'en', label: words.english, lang: 'en' },
        ]}
        onChange={(guideLanguage) => onChange({ guideLanguage })}
      />
      <GlossaryField words={words} text={settings.glossary} onChange={(glossary) => onChange({ glossary })} />
    </section>
  );
}
