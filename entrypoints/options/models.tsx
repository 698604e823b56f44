import { useRef, useState } from 'preact/hooks';
import type { ShownModel } from '@/components/options/model-row';
import { type ModelsMode, ModelsSection, type Notice } from '@/components/options/models-section';
import type { ModelConfig } from '@/core/model/config';
import { toDraft } from '@/core/model/draft';
import { configFromPreset, getPreset, type Preset } from '@/core/model/presets';
import type { Language } from '@/core/settings';
import { modelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { giveBackOrigin, isSamePermission, requestOrigin } from '@/messages/permissions';
import { listModels, removeModel, saveModel, setDefaultModel } from '@/storage/models';
import { toSentence } from './sentence';
import { useTests } from './use-tests';

type NewModel = Omit<ModelConfig, 'id'>;

const hostOf = (baseUrl: string) => new URL(baseUrl).host;

/** Gives back the access to an address's host once no model needs it; true when that was done. */
async function giveBackUnused(baseUrl: string): Promise<boolean> {
  const models = await listModels();
  if (models.some((model) => isSamePermission(model.baseUrl, baseUrl))) return false;
  return giveBackOrigin(baseUrl).catch((cause: unknown) => {
    console.error(cause); // the browser keeps it: nothing that a reader has to act on
    return false;
  });
}

/** Ids that stand in the order in which models were made, for the first one is the default until another is chosen. */
function newId(): string {
  return `${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
}

interface ModelsProps {
  models: readonly ShownModel[];
  language: Language;
  /** Of the paper from whose page the reader came to add a model. */
  paperId: string | null;
}

/** The section of the models: what happens on each click. */
export function Models({ models, language, paperId }: ModelsProps) {
  const [mode, setMode] = useState<ModelsMode>({ kind: 'list' });
  const [notice, setNotice] = useState<Notice | null>(null);
  /** The newest click on 保存 in the form that is open; null once it was kept or the form left. */
  const wanted = useRef<NewModel | null>(null);
  const { tests, start, stop } = useTests(language);

  const words = modelWords[language];
  const say = (text: string, values: Record<string, string> = {}, failed = false) =>
    setNotice({ text: fill(text, values), failed });
  const fail = (cause: unknown) => {
    console.error(cause);
    say(toSentence(cause, language), {}, true);
  };
  const turnTo = (next: ModelsMode) => {
    wanted.current = null;
    setNotice(null);
    setMode(next);
  };

  const pick = (preset: Preset) => {
    const { id, ...model } = configFromPreset(preset, newId(), language);
    // The name of a preset for any address says nothing about the one that is typed.
    const draft = toDraft(preset.group === 'custom' ? { ...model, name: '' } : model);
    turnTo({ kind: 'form', id, name: null, preset, draft, keptFor: null });
  };
  const edit = (model: ShownModel) =>
    turnTo({
      kind: 'form',
      id: model.id,
      name: model.name,
      preset: getPreset(model.provider),
      draft: toDraft(model),
      keptFor: model.hasKey ? new URL(model.baseUrl).origin : null,
    });

  const keep = async (id: string, model: NewModel, key: string | null) => {
    const before = models.find((one) => one.id === id);
    await saveModel({ ...model, id }, key);
    stop(id);
    if (before) await giveBackUnused(before.baseUrl);
    turnTo({ kind: 'list', focusId: id });
    say(words.saved, { name: model.name });
  };
  const save = (model: NewModel, key: string | null) => {
    if (mode.kind !== 'form') return;
    const { id } = mode;
    // First of all, or the click has passed. It may never settle, so the form goes on as it was meanwhile.
    const asked = requestOrigin(model.baseUrl);
    wanted.current = model;
    const host = hostOf(model.baseUrl);
    say(words.asking, { host });
    asked
      .then(
        async (granted) => {
          if (wanted.current === model) {
            if (granted) await keep(id, model, key);
            else say(words.denied, { host }, true);
          } else if (granted && wanted.current === null) await giveBackUnused(model.baseUrl); // the form was left
        },
        (cause: unknown) => {
          console.error(cause);
          if (wanted.current === model) say(words.askFailed, { host }, true);
        },
      )
      .catch(fail);
  };
  const remove = (model: ShownModel) => {
    stop(model.id);
    const done = async () => {
      await removeModel(model.id);
      const gaveBack = await giveBackUnused(model.baseUrl);
      if (mode.kind === 'form' && mode.id === model.id) turnTo({ kind: 'list' });
      say(gaveBack ? words.removedAccess : words.removed, { name: model.name, host: hostOf(model.baseUrl) });
    };
    done().catch(fail);
  };

  return (
    <ModelsSection
      words={words}
      language={language}
      models={models}
      tests={tests}
      mode={mode}
      notice={notice}
      paperId={paperId}
      onChoose={() => turnTo({ kind: 'choosing' })}
      onPick={pick}
      onSave={save}
      onCancel={() => turnTo({ kind: 'list', ...(mode.kind === 'form' && { focusId: mode.id }) })}
      onTest={(model) => {
        start(model);
        if (mode.kind === 'list') setNotice(null); // 已保存 has been read
      }}
      onStopTest={(model) => stop(model.id)}
      onSetDefault={(model) => void setDefaultModel(model.id).catch(fail)}
      onEdit={edit}
      onRemove={remove}
      onCopy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
    />
  );
}
