import type { CacheState } from './comparedRun.ts';
import type { ArmRun, ComparedNumber, ComparisonSetup } from './comparison.ts';
import { type ArmSummary, type Judgement, judge, summaryOf } from './judge.ts';
import { type Metric, timeInMs } from './metric.ts';
import { measuredArms, type Progress, progressOf } from './progress.ts';

const metrics: Readonly<Record<ComparedNumber, Metric>> = {
  ttlt: timeInMs,
  'first-text': timeInMs,
  ttft: timeInMs,
  otps: { kind: 'rate', hardlyBelow: 0 },
  'input-tokens': { kind: 'amount', hardlyBelow: 0 },
  'output-tokens': { kind: 'amount', hardlyBelow: 0 },
  cost: { kind: 'amount', hardlyBelow: 0 },
};

/** Judges a comparison on one number of its runs; the promise holds for its primary metric alone. */
export function judgeOn(setup: ComparisonSetup, runs: readonly ArmRun[], number: ComparedNumber): Judgement {
  const { plan } = setup;
  const compared = runs.map((run) => ({ ...run, value: run.numbers[number] }));
  return judge({
    metric: metrics[number],
    arms: measuredArms(plan, compared, cacheStates(setup)),
    looks: plan.looks,
    pairing: plan.pairing,
  });
}

/** What each arm tells by itself on one number: no differences, whose intervals take far longer. */
export function summariesOn(
  setup: ComparisonSetup,
  runs: readonly ArmRun[],
  number: ComparedNumber,
): readonly ArmSummary[] {
  const compared = runs.map((run) => ({ ...run, value: run.numbers[number] }));
  return measuredArms(setup.plan, compared, cacheStates(setup)).map(summaryOf);
}

/** Where a comparison stands on its way to a look. */
export function progressTo(setup: ComparisonSetup, look: number, runs: readonly ArmRun[]): Progress {
  const compared = runs.map((run) => ({ ...run, value: null }));
  return progressOf(setup.plan, look, compared, cacheStates(setup));
}

/** The input of each block that has a run which counts, blocks that were made again included. */
export function inputsOfBlocks(setup: ComparisonSetup, runs: readonly ArmRun[]): ReadonlyMap<number, string> {
  const compared = runs.map((run) => ({ ...run, value: 0 }));
  const samples = measuredArms(setup.plan, compared, cacheStates(setup)).flatMap((arm) => arm.samples);
  return new Map(samples.map(({ block, input }) => [Number(block), input]));
}

/** Which cache state each arm asks for. */
export function cacheStates({ arms }: ComparisonSetup): Readonly<Record<string, CacheState>> {
  return Object.fromEntries(arms.map(({ name, cache }) => [name, cache]));
}
