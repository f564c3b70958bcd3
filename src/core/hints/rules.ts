import type { RuleFacts, RuleInfo } from './rule.ts';
import { documentRules } from './structure/structureRules.ts';
import { ruleTexts } from './texts/ruleTexts.ts';
import { phraseRules, spanRules, wordingDocumentRules } from './wording/wordingRules.ts';

const engine: readonly { readonly info: RuleFacts }[] = [
  ...phraseRules,
  ...spanRules,
  ...wordingDocumentRules,
  ...documentRules,
];

/** All rules by their ids, with what is told of them; feeds hovers and settings. */
export const rules: readonly RuleInfo[] = [...ruleTexts].map(([id, text]) => {
  // A rule may have a part that looks at lines and one that looks at the whole document: they share their facts.
  const facts = engine.find(({ info }) => info.id === id)?.info;
  if (facts === undefined) throw new Error(`There is no rule ${id}`);
  return { ...facts, ...text };
});
