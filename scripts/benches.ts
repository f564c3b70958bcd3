import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../test/bench/figure.ts';
import { projectRoot } from '../test/support/paths.ts';

const files = new Map(
  globSync('test/bench/*.bench.ts', { cwd: projectRoot })
    .sort()
    .map((file) => [basename(file, '.bench.ts'), pathToFileURL(join(projectRoot, file)).href]),
);

/** The names of all benches. */
export const benchNames: readonly string[] = [...files.keys()];

/** The benches of these names, or all where none is named; throws where there is no such bench. */
export function chosenBenches(names: readonly string[]): readonly string[] {
  const unknown = names.filter((name) => !files.has(name));
  if (unknown.length > 0) {
    throw new Error(`There is no bench "${unknown.join('", "')}". There are: ${benchNames.join(', ')}.`);
  }
  return names.length > 0 ? names : benchNames;
}

/** Loads a bench. */
export async function loadBench(name: string): Promise<Bench> {
  const module = (await import(files.get(name) ?? '')) as { readonly bench: Bench };
  return module.bench;
}
