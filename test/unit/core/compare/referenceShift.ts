import * as reference from 'simple-statistics';
import type { Pair, Shift } from '../../../../src/core/compare/blockedShift.ts';

/** The blocked difference by brute force: every shift that could matter, and for each every swap within blocks. */
export function referenceShift(pairs: readonly Pair[], alpha: number): Shift | null {
  if (pairs.length === 0) return null;
  const inputs = [...new Set(pairs.map(({ input }) => input))];
  const place = (input: string): number =>
    inputs.length === 1
      ? 0
      : reference.median(pairs.filter((pair) => pair.input === input).map(({ a, b }) => (a + b) / 2));
  const a = pairs.map((pair) => pair.a - place(pair.input));
  const b = pairs.map((pair) => pair.b - place(pair.input));
  const differences = b.flatMap((upper) => a.map((lower) => upper - lower));
  const estimate = reference.median(differences);
  const rarest = 2 / 2 ** pairs.length;
  const level = 1 - Math.max(alpha, rarest);
  if (pairs.length === 1) return { estimate, interval: null, level, shown: false };
  const places = [...new Set(differences)].sort((one, other) => one - other);
  const kept = (shift: number): boolean => probabilityAt(a, b, shift) > 1 - level;
  const between = places.slice(1).map((right, at) => ((places[at] ?? 0) + right) / 2);
  const held = [
    ...places.filter(kept),
    ...between.flatMap((middle, at) => (kept(middle) ? places.slice(at, at + 2) : [])),
  ];
  const interval = [Math.min(...held), Math.max(...held)] as const;
  return { estimate, interval, level, shown: rarest <= alpha && (interval[0] > 0 || interval[1] < 0) };
}

function probabilityAt(a: readonly number[], b: readonly number[], shift: number): number {
  const later = b.map((value) => value - shift);
  const all = [...a, ...later];
  const rank = (value: number): number =>
    all.filter((other) => other < value).length + (all.filter((other) => other === value).length + 1) / 2;
  const scores = a.map((value, block) => rank(later[block] ?? 0) - rank(value));
  const sum = (signs: number): number =>
    scores.reduce((total, score, block) => total + (signs & (1 << block) ? -score : score), 0);
  const patterns = 1 << scores.length;
  const far = Array.from({ length: patterns }, (_, signs) => Math.abs(sum(signs)) >= Math.abs(sum(0)));
  return far.filter(Boolean).length / patterns;
}
