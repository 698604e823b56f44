import { AppError } from '@/core/errors';
import { estimateGuideCost } from '@/core/model/cost';
import type { ModelConfig } from '@/core/model/config';
import { db } from './db';
import { guarded } from './guard';
import { changeSettings, readSettings } from './settings';

/** A model as the settings list it: whether there is a key is all that is told of the key. */
export interface ListedModel extends ModelConfig {
  hasKey: boolean;
  isDefault: boolean;
}

/** A model with what is needed to ask it. Only for the background's own requests: never for a message, a log or a file. */
export interface KeyedModel {
  config: ModelConfig;
  /** Null for a model that needs none. */
  key: string | null;
}

function originOf(config: ModelConfig): string {
  return new URL(config.baseUrl).origin;
}

/** The reader's models in the order they were made; the default one is what guides are written by. */
export function listModels(): Promise<ListedModel[]> {
  return guarded(async () => {
    const [models, keyed, settings] = await Promise.all([
      db.models.toArray(),
      db.keys.toCollection().primaryKeys(),
      readSettings(),
    ]);
    const withKey = new Set(keyed);
    const chosen = models.find(({ id }) => id === settings.modelId) ?? models[0];
    return models.map((model) => ({ ...model, hasKey: withKey.has(model.id), isDefault: model === chosen }));
  });
}

/** The model with this id, else the default one, with its key; null when there is none at all. */
export function readModel(id: string | null): Promise<KeyedModel | null> {
  return guarded(async () => {
    const models = await db.models.toArray();
    const wanted = id ?? (await readSettings()).modelId;
    const config = models.find((model) => model.id === wanted) ?? (id === null ? models[0] : undefined);
    if (!config) return null;
    const row = await db.keys.get(config.id);
    // A key goes to the origin it was saved for and nowhere else, whatever the address says now.
    return { config, key: row && row.origin === originOf(config) ? row.key : null };
  });
}

/** What visits want to know of the default model, kept where each of them reads it without looking at the models. */
async function keepEstimate(): Promise<void> {
  const model = await readModel(null);
  await changeSettings({
    guideCost: model && estimateGuideCost(model.config.price),
    modelReadsPdf: model?.config.readsPdf ?? false,
  });
}

/**
 * Keeps a model, new or changed. `key` null leaves the key as it is, unless the address now lies at another origin: then the
 * key is forgotten, for it was given for the old one.
 */
export async function saveModel(config: ModelConfig, key: string | null): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.models, db.keys, async () => {
      const origin = originOf(config);
      await db.models.put(config);
      if (key !== null && key !== '') await db.keys.put({ modelId: config.id, origin, key });
      else if (key === '' || (await db.keys.get(config.id))?.origin !== origin) await db.keys.delete(config.id);
    }),
  );
  await keepEstimate();
}

/** Forgets a model and its key. */
export async function removeModel(id: string): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.models, db.keys, async () => {
      await db.models.delete(id);
      await db.keys.delete(id);
    }),
  );
  await keepEstimate();
}

/** Makes a model the one that guides are written by. */
export async function setDefaultModel(id: string): Promise<void> {
  const model = await guarded(() => db.models.get(id));
  if (!model) throw new AppError('unknown', 'there is no such model');
  await changeSettings({ modelId: id });
  await keepEstimate();
}
