import type { ModelInfo } from '../../../core/request/model.ts';

/** What a model is called, by its id. */
export type ModelName = (id: string) => string;

/** The names of known models; another one goes by its id. */
export function modelNames(models: readonly ModelInfo[]): ModelName {
  const names = new Map(models.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
