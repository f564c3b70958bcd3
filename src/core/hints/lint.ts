import type { Finding, RuleId, Tier } from './finding.ts';
import { lintDocument } from './lintDocument.ts';
import type { LintOptions } from './options.ts';
import { documentParser } from './parseDocument.ts';

/** What the rules find in a text. */
export interface LintResult {
  /** In order of their start; spans never overlap. */
  readonly findings: readonly Finding[];
  /** Rules whose edit was dropped because it would have broken a kept word. */
  readonly dropped: readonly RuleId[];
}

/** All tiers that a finding can have. */
export const allTiers: ReadonlySet<Tier> = new Set(['safe', 'suggestion', 'advice']);

/** Looks at a whole text. */
export function lint(text: string, options: LintOptions): LintResult {
  return lintDocument(documentParser()(text, options.kind), options, allTiers);
}
