import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { About } from '@/components/options/about';
import { GuideSettings } from '@/components/options/guide-settings';
import { LibrarySettings } from '@/components/options/library-settings';
import { ObsidianSettings } from '@/components/options/obsidian-settings';
import { SettingsForm } from '@/components/options/settings-form';
import { usePageLook } from '@/components/page-look';
import { parseArxivId } from '@/core/arxiv/id';
import type { Settings } from '@/core/settings';
import { modelWords } from '@/core/words/models';
import { optionsWords } from '@/core/words/options';
import { sendWords } from '@/core/words/sending';
import { listModels } from '@/storage/models';
import { wakeBackground } from '@/messages/wake';
import { newestDayTexts } from '@/storage/day-texts';
import { changeSettings, readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { useLost } from '@/storage/use-lost';
import { Daily } from './daily';
import { Hosts } from './hosts';
import { Interests } from './interests';
import { Models } from './models';
import { Reset } from './reset';
import { toSentence } from './sentence';
import { Shortcuts } from './shortcuts';
import { Storage } from './storage';
import { Sync } from './sync';
import { useFragment } from './use-fragment';

/** How long 已保存 stays in sight. */
const SHOWN_MILLISECONDS = 2_000;

/** What the background plans the reports of days by. */
const PLANNED_BY: readonly (keyof Settings)[] = ['categories', 'interests', 'daily', 'dailyMinutes', 'dailyNotice'];

type Saving = { kind: 'idle' } | { kind: 'saved' } | { kind: 'failed'; error: unknown };

/** The paper from whose page the reader was sent here: options.html?paper=2512.23705#models. */
function findPaper(): string | null {
  return parseArxivId(new URLSearchParams(location.search).get('paper') ?? '')?.base ?? null;
}

function Options({ version }: { version: string }) {
  const settings = useLive(readSettings, []);
  const models = useLive(listModels, []);
  const day = useLive(newestDayTexts, []);
  const lost = useLost();
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const isReady = settings !== undefined && models !== undefined;
  usePageLook(settings, optionsWords);
  useEffect(() => {
    if (saving.kind !== 'saved') return undefined;
    const timer = setTimeout(() => setSaving({ kind: 'idle' }), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [saving]);
  useFragment(isReady);
  if (!settings || !models) return null;

  const words = optionsWords[settings.language];
  const change = (part: Partial<Settings>) =>
    void changeSettings(part).then(
      () => {
        setSaving({ kind: 'saved' });
        if (PLANNED_BY.some((name) => name in part)) wakeBackground();
      },
      (error: unknown) => setSaving({ kind: 'failed', error }),
    );
  return (
    <main>
      <div class="head">
        <h1>{words.settings}</h1>
        <p class={`status ${lost ? 'failed' : saving.kind}`} role="status">
          {lost && toSentence(lost, settings.language)}
          {!lost && saving.kind === 'saved' && words.saved}
          {!lost && saving.kind === 'failed' && toSentence(saving.error, settings.language)}
        </p>
      </div>
      <SettingsForm settings={settings} words={words} onChange={change} />
      <Interests settings={settings} day={day} onChange={change} />
      <Daily settings={settings} models={models} day={day} onChange={change} />
      <Models models={models} language={settings.language} paperId={findPaper()} />
      <GuideSettings settings={settings} words={modelWords[settings.language]} onChange={change} />
      <Sync language={settings.language} />
      <LibrarySettings settings={settings} words={words} onChange={change} />
      <ObsidianSettings
        settings={settings}
        usualFolder={sendWords[settings.language].obsidianFolder}
        words={words}
        onChange={change}
      />
      <Shortcuts settings={settings} onChange={change} />
      <Hosts language={settings.language} />
      <Storage language={settings.language} />
      <Reset language={settings.language} />
      <About version={version} words={words} />
    </main>
  );
}

export function App({ version }: { version: string }) {
  const [error] = useErrorBoundary((cause: unknown) => console.error(cause));
  if (!error) return <Options version={version} />;
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  return (
    <main>
      <p role="alert">{toSentence(error, language)}</p>
      <About version={version} words={optionsWords[language]} />
    </main>
  );
}
