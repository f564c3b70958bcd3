import { type DataMap, jsonOf } from './dataNode.ts';
import type { PromptParameter } from './foundPrompt.ts';
import { expectedInstead, isParameterName, type ParameterName } from './parameterChecks.ts';
import type { Problem } from './problem.ts';

/** The parameters of a map, and the values that are none. */
export interface ReadParameters {
  readonly parameters: readonly PromptParameter[];
  readonly problems: readonly Problem[];
}

/** Reads the keys of a map that name parameters by `names`; a value that does not fit is a problem and is left out. */
export function readParameters(
  map: DataMap,
  source: PromptParameter['source'],
  names: (key: string) => ParameterName | null = (key) => (isParameterName(key) ? key : null),
): ReadParameters {
  const parameters: PromptParameter[] = [];
  const problems: Problem[] = [];
  for (const { key, value } of map.entries) {
    const name = names(key);
    if (name === null) continue;
    const json = jsonOf(value);
    const expected = expectedInstead(name, json);
    if (expected === null) parameters.push({ name, value: json, source, span: value.span });
    else problems.push({ kind: 'wrong-value', key, expected, severity: 'error', span: value.span });
  }
  return { parameters, problems };
}
