import type { RuleInfo } from './rule.ts';
import { documentRules } from './structure/structureRules.ts';
import { phraseRules, spanRules, wordingDocumentRules } from './wording/wordingRules.ts';

/** All rules by their ids; feeds hovers, settings, `docs/rules` and tests. */
export const rules: readonly RuleInfo[] = uniqueById([
  ...phraseRules.map(({ info }) => info),
  ...[...spanRules, ...wordingDocumentRules, ...documentRules].map(({ info }) => info),
]);

// A rule may have a part that looks at lines and one that looks at the whole document.
function uniqueById(infos: readonly RuleInfo[]): readonly RuleInfo[] {
  const byId = new Map(infos.map((info) => [info.id, info]));
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id));
}
