import type { RuleId } from '../../core/hints/finding.ts';
import type { RuleInfo } from '../../core/hints/rule.ts';
import { rules } from '../../core/hints/rules.ts';

const known: ReadonlyMap<RuleId, RuleInfo> = new Map(rules.map((rule) => [rule.id, rule]));

/** What is told of a rule. */
export function infoOf(id: RuleId): RuleInfo {
  const info = known.get(id);
  if (info === undefined) throw new Error(`There is no rule ${id}.`);
  return info;
}

/** Place of a rule's hints among those of equal saving, highest first; 2 is for what shortens the answer. */
export function rankOf(id: RuleId): RuleInfo['rank'] {
  return infoOf(id).rank;
}

/** Those of some ids that no rule has. */
export function unknownRules(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => !known.has(id as RuleId));
}
