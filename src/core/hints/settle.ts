import type { TokenCounter } from '../tokens/rawInput.ts';
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
  if (count !== null) {
    for (const one of located) one.saved = savingOf(document.text, one, count);
  }
  const counted = located.filter(
    ({ candidate, saved }) => count === null || candidate.replacement === null || saved > 0,
  );
  counted.sort(
    (a, b) =>
      Number(a.candidate.replacement === null) - Number(b.candidate.replacement === null) ||
      b.end - b.start - (a.end - a.start) ||
      b.saved - a.saved ||
      a.start - b.start,
  );
  const taken = spanSet(document.text.length);
  const ledger = keptLedger(document);
  const dropped = new Set<RuleId>();
  const findings: Finding[] = [];
  for (const { rule, candidate, start: place, end, saved } of counted) {
    const start = place === end ? taken.startAround(place) : place;
    if (place !== end && !taken.isFree(start, end)) continue;
    if (!ledger.take(candidate, start, end)) {
      dropped.add(rule);
      continue;
    }
    if (place !== end) taken.add(start, end);
    findings.push(findingOf(rule, candidate, start, place === end ? start : end, saved));
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, dropped: [...dropped].sort() };
}

function savingOf(text: string, { candidate, start, end }: Located, count: TokenCounter): number {
  const { replacement } = candidate;
  return replacement === null ? 0 : savedTokens(text, { start, end, replacement }, count);
}

function findingOf(rule: RuleId, candidate: Candidate, start: number, end: number, saved: number): Finding {
  const { tier, scope = 'span', replacement, insertions = [], data = {} } = candidate;
  return { rule, tier, scope, start, end, replacement, insertions, savedTokens: saved, data };
}

/** Spans that don't overlap, in order. */
interface SpanSet {
  isFree(start: number, end: number): boolean;
  add(start: number, end: number): void;
  /** The start of the span around an offset, else the offset. */
  startAround(offset: number): number;
}

function spanSet(length: number): SpanSet {
  // For each place the start of the span that takes it, counted from 1: asked as often as it is changed.
  const starts = new Int32Array(length + 1);
  return {
    isFree(start, end) {
      for (let at = start; at < end; at++) if (starts[at] !== 0) return false;
      return true;
    },
    add(start, end) {
      starts.fill(start + 1, start, end);
    },
    startAround(offset) {
      return (starts[offset] || offset + 1) - 1;
    },
  };
}
