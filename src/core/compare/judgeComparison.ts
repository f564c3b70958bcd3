import { median } from '../quantiles.ts';
import type { CacheState } from './comparedRun.ts';
import type { ArmRun, ComparedNumber, Comparison, ComparisonSetup } from './comparison.ts';
import { type ArmSummary, type Judgement, judge, summaryOf } from './judge.ts';
import { type Metric, timeInMs } from './metric.ts';
import { blocksOf, measuredArms, type Progress, progressOf } from './progress.ts';

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

/** Whether all runs up to its look are made: before that nothing is judged, since every look is a chance to be wrong. */
export function hasAllRuns({ setup, outcome }: Comparison): boolean {
  return progressTo(setup, outcome.look, outcome.runs).next === null;
}

/** What the arms measured on one input. */
export interface InputSummary {
  /** Its name. */
  readonly input: string;
  /** In the order of the arms. */
  readonly arms: readonly { readonly n: number; readonly median: number | null }[];
}

/** What each arm tells by itself on one number, input by input. */
export function inputSummariesOn(
  setup: ComparisonSetup,
  runs: readonly ArmRun[],
  number: ComparedNumber,
): readonly InputSummary[] {
  const compared = runs.map((run) => ({ ...run, value: run.numbers[number] }));
  const arms = measuredArms(setup.plan, compared, cacheStates(setup));
  return setup.inputs.map(({ name }) => ({
    input: name,
    arms: arms.map(({ samples }) => {
      const values = samples.filter(({ input }) => input === name).map(({ value }) => value);
      return { n: values.length, median: median(values) };
    }),
  }));
}

/** The name of each block's input, blocks that are run again included. */
export function inputsOfBlocks(setup: ComparisonSetup, runs: readonly ArmRun[]): ReadonlyMap<number, string> {
  const compared = runs.map((run) => ({ ...run, value: null }));
  const blocks = blocksOf(setup.plan, compared, cacheStates(setup));
  return new Map(blocks.map(({ id, input }) => [id, input]));
}

/** Which cache state each arm asks for. */
export function cacheStates({ arms }: ComparisonSetup): Readonly<Record<string, CacheState>> {
  return Object.fromEntries(arms.map(({ name, cache }) => [name, cache]));
}
