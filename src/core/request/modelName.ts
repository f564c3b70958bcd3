import { findModel, isUsable } from './catalogue.ts';
import type { ModelInfo } from './model.ts';

/**
 * The model that a prompt names by its id or, as VS Code’s prompt files do, by its name (`Claude Sonnet 4.5 (copilot)`);
 * null where the list has none of that name or the model is retired.
 */
export function modelNamed(models: readonly ModelInfo[], name: string): ModelInfo | null {
  const words = wordsOf(name);
  const model =
    findModel(models, name.trim()) ??
    models.find((candidate) => wordsOf(candidate.name) === words) ??
    findModel(models, words.replaceAll(/[ .]/g, '-'));
  return model !== null && isUsable(model) ? model : null;
}

function wordsOf(name: string): string {
  return name
    .replace(/\([^)]*\)\s*$/, '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .join(' ');
}
