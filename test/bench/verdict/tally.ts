import { alphaOfPair } from '../../../src/core/compare/errorRate.ts';
import { type ArmDifference, judge } from '../../../src/core/compare/judge.ts';
import { timeInMs } from '../../../src/core/compare/metric.ts';
import { signedRankRejects } from './rivals.ts';
import { type Scenario, type SimulatedLook, simulateLooks } from './simulate.ts';

/** Shares in percent of many simulated comparisons of one scenario, at one look. */
export interface LookTally {
  /** Any pair was called faster or slower. */
  readonly shown: number;
  /** The intervals of all pairs hold the true differences of medians. */
  readonly covered: number;
  /** The signed-rank test at the same level would have rejected. */
  readonly signedRank: number;
  /** Mean of what the verdict calls detectable, in ms. */
  readonly detectable: number;
}

/** What many simulated comparisons came to, at each look and at any of the two. */
export interface Tally {
  readonly looks: readonly LookTally[];
  readonly shownAtAny: number;
}

/** Simulates and judges comparisons of a scenario; `middle` is the true median of the first arm without drift. */
export function tally(scenario: Scenario, middle: number, comparisons: number): Tally {
  const all = Array.from({ length: comparisons }, (_, seed) =>
    simulateLooks(scenario, seed).map((look) => judged(look, scenario, middle)),
  );
  const share = (rows: readonly boolean[]): number => (100 * rows.filter(Boolean).length) / rows.length;
  const looks = (all[0] ?? []).map((_, at) => {
    const rows = all.flatMap((looks) => looks.slice(at, at + 1));
    return {
      shown: share(rows.map(({ shown }) => shown)),
      covered: share(rows.map(({ covered }) => covered)),
      signedRank: share(rows.map(({ signedRank }) => signedRank)),
      detectable: rows.reduce((sum, { detectable }) => sum + detectable, 0) / rows.length,
    };
  });
  return { looks, shownAtAny: share(all.map((looks) => looks.some(({ shown }) => shown))) };
}

function judged(look: SimulatedLook, { arms }: Scenario, middle: number) {
  const { differences, detectable } = judge({
    metric: timeInMs,
    arms: look.arms,
    looks: 2,
    pairing: 'with-first',
  });
  const truths = arms.slice(1).map((factor) => (factor - 1) * middle * look.stretch);
  return {
    shown: differences.some(({ verdict }) => verdict === 'faster' || verdict === 'slower'),
    covered: truths.every((truth, at) => holds(differences[at], truth)),
    signedRank: signedRankRejects(look, alphaOfPair(arms.length, 'with-first', 2)),
    detectable: detectable ?? Number.NaN,
  };
}

function holds(difference: ArmDifference | undefined, truth: number): boolean {
  const [low, high] = difference?.interval ?? [Number.NaN, Number.NaN];
  return low <= truth && truth <= high;
}
