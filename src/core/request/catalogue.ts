import { catalogueTable } from './catalogueTable.ts';
import type { ModelInfo } from './model.ts';
import { compareVersions, isAtLeast, isSameModel, parseModelId } from './modelId.ts';

/** What is known of models without asking: used until the live list arrives and where there is none. */
export const fallbackCatalogue: readonly ModelInfo[] = catalogueTable;

/** Whether requests that name the model can succeed, as far as is known. */
export function isUsable(model: ModelInfo): boolean {
  return model.lifecycle !== 'retired';
}

/**
 * The model that an id means, or null: the id itself first, then the same version in another spelling (dated, gateway),
 * then for `claude-haiku-latest` the newest of that line.
 */
export function findModel(models: readonly ModelInfo[], id: string): ModelInfo | null {
  const exact = models.find((model) => model.id === id);
  if (exact !== undefined) return exact;
  const same = models.find((model) => isSameModel(model.id, id));
  if (same !== undefined) return same;
  const latest = /claude-([a-z]+)-latest$/.exec(id);
  return latest?.[1] === undefined ? null : newestOfLine(models, latest[1]);
}

/** The newest active model of the Haiku line, or null when the list has none. */
export function currentHaiku(models: readonly ModelInfo[]): ModelInfo | null {
  return newestOfLine(models, 'haiku');
}

/** The nearest replacement for a retired or unknown id: the newest active model of its line, else the current Haiku. */
export function suggestModel(models: readonly ModelInfo[], unknownId: string): ModelInfo | null {
  const words = unknownId.toLowerCase().split(/[^a-z]+/);
  const line = models.map(lineOf).find((candidate) => candidate !== null && words.includes(candidate));
  return (line == null ? null : newestOfLine(models, line)) ?? currentHaiku(models);
}

/**
 * The live list, completed from the table where the API does not tell, followed by the table's retired models so that
 * an old id can still be named; the table alone when there is no live list.
 */
export function mergeCatalogue(
  live: readonly ModelInfo[],
  fallback: readonly ModelInfo[],
): readonly ModelInfo[] {
  if (live.length === 0) return fallback;
  const completed = live.map((model) => {
    const known = findModel(fallback, model.id);
    return known === null ? model : complete(model, known);
  });
  const gone = fallback.filter((model) => !isUsable(model) && findModel(live, model.id) === null);
  return [...completed, ...gone];
}

/** Whether the model thinks when the request does not say, by the table or else by its generation. */
export function thinksByDefault(model: ModelInfo): boolean {
  const { thinking } = model;
  if (thinking === null || !thinking.supported) return false;
  return thinking.byDefault ?? (thinking.off === null || isAtLeast(model.id, 5, 0));
}

function newestOfLine(models: readonly ModelInfo[], line: string): ModelInfo | null {
  const candidates = models.filter((model) => lineOf(model) === line && isUsable(model));
  const active = candidates.filter((model) => model.lifecycle !== 'deprecated');
  return (active.length > 0 ? active : candidates).toSorted(newestFirst)[0] ?? null;
}

function newestFirst(a: ModelInfo, b: ModelInfo): number {
  const left = parseModelId(a.id);
  const right = parseModelId(b.id);
  const byVersion = left === null || right === null ? 0 : compareVersions(right, left);
  return byVersion || (b.created ?? '').localeCompare(a.created ?? '');
}

function lineOf(model: ModelInfo): string | null {
  return model.line ?? parseModelId(model.id)?.line ?? null;
}

function complete(live: ModelInfo, known: ModelInfo): ModelInfo {
  const thinking =
    live.thinking === null || known.thinking === null
      ? (live.thinking ?? known.thinking)
      : { ...known.thinking, ...live.thinking };
  return {
    id: live.id,
    name: live.name === '' || live.name === live.id ? known.name : live.name,
    line: live.line ?? known.line,
    lifecycle: live.lifecycle === 'unknown' ? known.lifecycle : live.lifecycle,
    created: live.created ?? known.created,
    retires: live.retires ?? known.retires,
    maxInputTokens: live.maxInputTokens ?? known.maxInputTokens,
    maxOutputTokens: live.maxOutputTokens ?? known.maxOutputTokens,
    efforts: live.efforts ?? known.efforts,
    thinking,
  };
}
