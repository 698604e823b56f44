import type { Settings } from '@/core/settings';
import type { OptionsWords } from '@/core/words/options';
import { panelWords } from '@/core/words/panel';
import { Check } from './check';
import { Choice } from './choice';
import { PartList } from './part-list';

interface PanelSettingsProps {
  settings: Settings;
  words: OptionsWords;
  onChange: (change: Partial<Settings>) => void;
}

/** Where the panel stands, how large, and what it shows. */
export function PanelSettings({ settings, words, onChange }: PanelSettingsProps) {
  return (
    <section id="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">{words.panel}</h2>
      <Choice
        name="panelPosition"
        label={words.position}
        value={settings.panelPosition}
        options={[
          { value: 'above', label: words.positionAbove },
          { value: 'below', label: words.positionBelow },
          { value: 'right', label: words.positionRight },
        ]}
        onChange={(panelPosition) => onChange({ panelPosition })}
      />
      <Choice
        name="panelHeight"
        label={words.height}
        hint={words.heightHint}
        value={settings.panelHeight}
        options={[
          { value: 'line', label: words.heightLine },
          { value: 'brief', label: words.heightBrief },
          { value: 'full', label: words.heightFull },
        ]}
        onChange={(panelHeight) => onChange({ panelHeight })}
      />
      <Choice
        name="panelSize"
        label={words.size}
        value={settings.panelSize}
        options={[
          { value: 'small', label: words.sizeSmall },
          { value: 'normal', label: words.sizeNormal },
          { value: 'large', label: words.sizeLarge },
          { value: 'larger', label: words.sizeLarger },
        ]}
        onChange={(panelSize) => onChange({ panelSize })}
      />
      <Choice
        name="panelTheme"
        label={words.panelTheme}
        hint={words.panelThemeHint}
        value={settings.panelTheme}
        options={[
          { value: 'page', label: words.themePage },
          { value: 'light', label: words.themeLight },
          { value: 'dark', label: words.themeDark },
        ]}
        onChange={(panelTheme) => onChange({ panelTheme })}
      />
      <PartList
        order={settings.panelParts}
        hidden={settings.hiddenParts}
        words={words}
        names={panelWords[settings.language]}
        onChange={onChange}
      />
      <Check
        id="outlineOpen"
        label={words.outline}
        hint={words.outlineHint}
        checked={settings.outlineOpen}
        onChange={(outlineOpen) => onChange({ outlineOpen })}
      />
    </section>
  );
}
