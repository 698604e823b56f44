import { AppError } from '@/core/errors';
import { ensureModelReachable } from '@/messages/ollama-origin';
import { hasOrigin } from '@/messages/permissions';
import { type KeyedModel, readModel } from '@/storage/models';

/**
 * A model that a job is about to ask, with its key; null when it is gone.
 *
 * @throws AppError `model-permission` when the reader has taken the access to its host back.
 */
export async function findModel(id: string): Promise<KeyedModel | null> {
  const model = await readModel(id);
  if (!model) return null;
  if (!(await hasOrigin(model.config.baseUrl))) throw new AppError('model-permission', 'the host is not allowed');
  await ensureModelReachable(model.config);
  return model;
}
