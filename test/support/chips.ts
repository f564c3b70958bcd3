import { fallbackCatalogue, findModel } from '../../src/core/request/catalogue.ts';
import { type ParameterValues, resolveParameters } from '../../src/core/request/parameters.ts';
import type { ChipFacts } from '../../src/vscode/output/situation.ts';

/** What the chips of a user prompt without variables show where the panel changed these parameters. */
export function newChips(values: Partial<ParameterValues>, change: Partial<ChipFacts> = {}): ChipFacts {
  return {
    parameters: resolveParameters([{ source: 'panel', values }], fallbackCatalogue),
    omitted: [],
    model: findModel(fallbackCatalogue, 'claude-haiku-5-5'),
    role: 'user',
    roleChanged: false,
    canSwitchRole: true,
    testMessage: null,
    needsTestMessage: false,
    promptSources: {},
    values: null,
    ...change,
  };
}
