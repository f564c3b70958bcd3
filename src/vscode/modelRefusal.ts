import { isUsable } from '../core/request/catalogue.ts';
import { parseModelId } from '../core/request/modelId.ts';
import type { Models } from './models.ts';
import type { PreparedPrompt } from './requestPreparation.ts';

/** Why the model of a prepared prompt is not asked: it is retired, or not known; null where it is asked. */
export function modelRefusal(
  { parameters, model }: Pick<PreparedPrompt, 'parameters' | 'model'>,
  models: Models,
  origin: string,
): 'unknown' | 'retired' | null {
  if (model !== null) return isUsable(model) ? null : 'retired';
  const id = parameters.model.value;
  const isListed = models.known(origin).some((candidate) => candidate.id === id);
  if (isListed) return null;
  // A prompt may name a model of another tool, which no list has to be asked about.
  const isForeign = parameters.model.source === 'prompt' && parseModelId(id) === null;
  return isForeign || models.hasList(origin) ? 'unknown' : null;
}
