import type { Finding, RuleId, Tier } from './finding.ts';
import { lintDocument } from './lintDocument.ts';
import type { LintOptions } from './options.ts';
import { documentParser } from './parseDocument.ts';

/** A text with its edits applied. */
export interface FixResult {
  readonly text: string;
  /** In the order they were applied; offsets are those of the text at that time. */
  readonly applied: readonly Finding[];
  readonly dropped: readonly RuleId[];
}

// An edit can make room for another, such as a sentence that now starts with words to drop; more rounds were never seen.
const mostRounds = 8;

/** Applies all safe fixes, or all suggestions too, until nothing is left to apply. */
export function fixAll(text: string, options: LintOptions, tier: 'safe' | 'suggestion'): FixResult {
  const tiers: ReadonlySet<Tier> = new Set(tier === 'safe' ? ['safe'] : ['safe', 'suggestion']);
  const parse = documentParser();
  const applied: Finding[] = [];
  const dropped = new Set<RuleId>();
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const result = lintDocument(parse(current, options.kind), options, tiers);
    for (const rule of result.dropped) dropped.add(rule);
    const edits = result.findings.filter(({ replacement }) => replacement !== null);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
    applied.push(...edits);
  }
  return { text: current, applied, dropped: [...dropped].sort() };
}

/** The text after edits that are in order and don't overlap. */
export function applyEdits(
  text: string,
  edits: readonly Pick<Finding, 'start' | 'end' | 'replacement'>[],
): string {
  let result = '';
  let from = 0;
  for (const { start, end, replacement } of edits) {
    result += text.slice(from, start) + (replacement ?? text.slice(start, end));
    from = end;
  }
  return result + text.slice(from);
}
