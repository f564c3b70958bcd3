import type { DocumentedRule } from './rule.ts';
import { rules } from './rules.ts';
import { ruleExamples } from './texts/ruleExamples.ts';

/** All rules with their examples. */
export const documentedRules: readonly DocumentedRule[] = rules.map((rule) => {
  const examples = ruleExamples.get(rule.id);
  if (examples === undefined) throw new Error(`There are no examples of ${rule.id}`);
  return { ...rule, examples };
});
