import type { PromptDocument } from './document.ts';
import type { Finding, RuleId } from './finding.ts';
import { keptLedger } from './kept.ts';
import type { LintOptions } from './options.ts';
import type { Candidate } from './rule.ts';
import { savedTokens } from './saving.ts';

/** A candidate with its place in the document. */
export interface Located {
  readonly rule: RuleId;
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
  /** Tokens that it saves, 0 until they are counted. */
  saved: number;
}

/** What is left of the candidates, and which rules proposed an edit that would have broken a kept word. */
export interface Settled {
  readonly findings: readonly Finding[];
  readonly dropped: readonly RuleId[];
}

/** Counts what each candidate saves, drops what saves nothing or breaks something, and lets the longest win overlaps. */
export function settle(
  document: PromptDocument,
  located: readonly Located[],
  { count }: LintOptions,
): Settled {
  const { text } = document;
  if (count !== null) {
    for (const one of located) {
      const { start, end, candidate } = one;
      const { replacement } = candidate;
      if (replacement !== null) one.saved = savedTokens(text, { start, end, replacement }, count);
    }
  }
  const isAdvice = ({ candidate }: Located): number => Number(candidate.replacement === null);
  const counted = located
    .filter((one) => count === null || isAdvice(one) || one.saved > 0)
    .sort(
      (a, b) =>
        isAdvice(a) - isAdvice(b) ||
        b.end - b.start - (a.end - a.start) ||
        b.saved - a.saved ||
        a.start - b.start,
    );
  // For each place whether a span takes it: 2 for its first, 1 for its others.
  const taken = new Uint8Array(text.length + 1);
  const isTaken = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (taken[at] !== 0) return true;
    return false;
  };
  const take = keptLedger(document);
  const dropped = new Set<RuleId>();
  const findings: Finding[] = [];
  for (const { rule, candidate, start: from, end: to, saved: savedTokens } of counted) {
    let start = from;
    // What has no length stands at the start of the span around it.
    if (from === to) while (taken[start] === 1) start--;
    const end = from === to ? start : to;
    if (isTaken(start, end)) continue;
    if (!take(candidate, start, end)) {
      dropped.add(rule);
      continue;
    }
    taken.fill(1, start, end);
    if (start < end) taken[start] = 2;
    const { tier, scope = 'span', replacement, insertions = [], data = {} } = candidate;
    findings.push({ rule, tier, scope, start, end, replacement, insertions, savedTokens, data });
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, dropped: [...dropped].sort() };
}
