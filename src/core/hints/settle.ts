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
  const counted = located
    .map((one) => ({ ...one, saved: savingOf(document.text, one, count) }))
    .filter(({ candidate, saved }) => count === null || candidate.replacement === null || saved > 0);
  counted.sort(
    (a, b) =>
      Number(a.candidate.replacement === null) - Number(b.candidate.replacement === null) ||
      b.end - b.start - (a.end - a.start) ||
      b.saved - a.saved ||
      a.start - b.start,
  );
  const taken = spanSet();
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

function savingOf(text: string, { candidate, start, end }: Located, count: LintOptions['count']): number {
  const { replacement } = candidate;
  if (replacement === null || count === null) return 0;
  return savedTokens(text, { start, end, replacement }, count);
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

function spanSet(): SpanSet {
  const starts: number[] = [];
  const ends: number[] = [];
  const after = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    isFree(start, end) {
      const at = after(start);
      return (ends[at - 1] ?? 0) <= start && (starts[at] ?? Number.POSITIVE_INFINITY) >= end;
    },
    add(start, end) {
      const at = after(start);
      starts.splice(at, 0, start);
      ends.splice(at, 0, end);
    },
    startAround(offset) {
      const before = after(offset) - 1;
      return (ends[before] ?? 0) > offset ? (starts[before] ?? offset) : offset;
    },
  };
}
