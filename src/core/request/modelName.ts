import { findModel } from './catalogue.ts';
import type { ModelInfo } from './model.ts';

/**
 * The model that a prompt names by its id or, as VS Code’s prompt files do, by its name (`Claude Sonnet 4.5 (copilot)`);
 * null where the list has none of that name.
 */
export function modelNamed(models: readonly ModelInfo[], name: string): ModelInfo | null {
  const words = wordsOf(name);
  return (
    findModel(models, name.trim()) ??
    models.find((candidate) => wordsOf(candidate.name) === words) ??
    findModel(models, words.replaceAll(/[ .]/g, '-'))
  );
}

function wordsOf(name: string): string {
  return name
    .replace(/\([^)]*\)\s*$/, '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .join(' ');
}
