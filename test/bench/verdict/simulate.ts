import type { ComparedRun } from '../../../src/core/compare/comparedRun.ts';
import type { MeasuredArm } from '../../../src/core/compare/measured.ts';
import { planComparison } from '../../../src/core/compare/plan.ts';
import { measuredArms, progressOf } from '../../../src/core/compare/progress.ts';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import { type Drift, drawLatency, stretch } from './latencies.ts';

/** What is simulated: arms that take so many times the first one’s time, and inputs that take so many times as long. */
export interface Scenario {
  readonly drift: Drift;
  readonly arms: readonly number[];
  readonly inputs: readonly number[];
  readonly runs: 5 | 10 | 20;
}

/** A comparison as far as one look, and what its truth was: the drift’s mean factor over its runs. */
export interface SimulatedLook {
  readonly arms: readonly MeasuredArm[];
  readonly stretch: number;
}

const retriedShare = 0.03;

/** Runs a comparison by its plan up to its second look, runs that were retried left out and replaced. */
export function simulateLooks(scenario: Scenario, seed: number): readonly SimulatedLook[] {
  const { drift, arms, inputs, runs } = scenario;
  const plan = planComparison({
    arms: arms.map((_, at) => String(at)),
    inputs: inputs.map((_, at) => String(at)),
    runs,
    looks: 2,
    pairing: 'with-first',
    seed,
  });
  const random = seededRandom(seed, 1_000_003);
  const made: ComparedRun[] = [];
  let stretched = 0;
  return plan.blocksAt.map((_, look) => {
    for (;;) {
      const { next } = progressOf(plan, look, made, {});
      if (next === null) break;
      const factor = stretch(drift, made.length / (20 * arms.length));
      stretched += factor;
      const size = (arms[Number(next.arm)] ?? 1) * (inputs[Number(next.block.input)] ?? 1) * factor;
      made.push(run(next.arm, next.block.id, size, random));
    }
    return { arms: measuredArms(plan, made, {}), stretch: stretched / made.length };
  });
}

function run(arm: string, block: number, size: number, random: Random): ComparedRun {
  const attempts = random() < retriedShare ? 2 : 1;
  const value = drawLatency(random) * size;
  return { arm, block, attempts, endState: 'complete', cacheReadTokens: null, assertionsHold: true, value };
}
