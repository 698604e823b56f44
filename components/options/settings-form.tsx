import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';
import { CategoryPicker } from '../category-picker';
import { Choice } from './choice';
import { ListSettings } from './list-settings';
import { PanelSettings } from './panel-settings';

interface SettingsFormProps {
  settings: Settings;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

/** How Daodu looks, and what the reader follows; each setting is kept as soon as it is changed. */
export function SettingsForm({ settings, words, onChange }: SettingsFormProps) {
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h2>{words.pages}</h2>
      <Choice
        name="language"
        label={words.language}
        value={settings.language}
        options={[
          { value: 'zh', label: words.chinese, lang: 'zh-CN' },
          { value: 'en', label: words.english, lang: 'en' },
        ]}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        name="theme"
        label={words.theme}
        hint={words.themeHint}
        value={settings.theme}
        options={[
          { value: 'system', label: words.themeSystem },
          { value: 'light', label: words.themeLight },
          { value: 'dark', label: words.themeDark },
        ]}
        onChange={(theme) => onChange({ theme })}
      />
      <PanelSettings settings={settings} words={words} onChange={onChange} />
      <ListSettings settings={settings} words={words} onChange={onChange} />
      <section id="categories" aria-labelledby="categories-title">
        <h2 id="categories-title">{words.categories}</h2>
        <CategoryPicker
          chosen={settings.categories}
          language={settings.language}
          onChange={(categories) => onChange({ categories })}
        />
      </section>
    </form>
  );
}
