import type { ArmRun, ComparedNumber, ComparisonSetup } from '../../../core/compare/comparison.ts';
import type { ArmSummary, Judgement } from '../../../core/compare/judge.ts';
import {
  type InputSummary,
  inputSummariesOn,
  judgeOn,
  summariesOn,
} from '../../../core/compare/judgeComparison.ts';

/** A comparison judged on one number; the same runs are judged once, since exact intervals of many runs take a while. */
export const judgedOn = oncePerRuns<Judgement>(judgeOn);

/** What each arm tells by itself on one number; worked out once for the same runs, never while one is measured. */
export const summarizedOn = oncePerRuns<readonly ArmSummary[]>(summariesOn);

/** The same, input by input. */
export const inputsSummarizedOn = oncePerRuns<readonly InputSummary[]>(inputSummariesOn);

type OfRuns<T> = (setup: ComparisonSetup, runs: readonly ArmRun[], number: ComparedNumber) => T;

function oncePerRuns<T>(work: OfRuns<T>): OfRuns<T> {
  const known = new WeakMap<readonly ArmRun[], Map<ComparedNumber, T>>();
  return (setup, runs, number) => {
    const own = known.get(runs) ?? new Map<ComparedNumber, T>();
    known.set(runs, own);
    const value = own.get(number) ?? work(setup, runs, number);
    own.set(number, value);
    return value;
  };
}
