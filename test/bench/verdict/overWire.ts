import { armRunOf } from '../../../src/core/compare/armRun.ts';
import type { ArmRun, ComparisonSetup } from '../../../src/core/compare/comparison.ts';
import { conduct } from '../../../src/core/compare/conduct.ts';
import { planComparison } from '../../../src/core/compare/plan.ts';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import type { Simulator } from '../../simulator/client.ts';
import type { ResponsePlan } from '../../simulator/plan.ts';
import { startRun } from '../../support/claudeRun.ts';
import { sampleComparison } from '../../support/comparisons.ts';
import { newRun } from '../../support/newRuns.ts';
import { type Drift, drawLatency, stretch } from './latencies.ts';

/** What is put into the runs of a comparison. */
export interface WireScenario {
  readonly drift: Drift;
  /** B takes so many times A's time. */
  readonly factor: number;
}

/** A comparison and its runs after each of its looks. */
export interface WireComparison {
  readonly setup: ComparisonSetup;
  readonly looks: readonly (readonly ArmRun[])[];
}

/** Seconds of a real service become so many ms of the simulated one. */
const scale = 10 / 2_000;
const limitedShare = 0.02;
/** Of B alone: where such runs counted, B would look faster. */
const cachedShare = 0.06;

/** Makes a comparison of 10, then 20 runs an arm over the wire, as the editor does but for the waits after a rate limit. */
export async function compareOverWire(
  simulator: Simulator,
  { drift, factor }: WireScenario,
  seed: number,
): Promise<WireComparison> {
  const sample = sampleComparison({ runs: 10 });
  // Each comparison has an order of its own.
  const plan = planComparison({ ...sample.setup.plan, seed });
  const setup = { ...sample.setup, plan };
  const random = seededRandom(seed, 3_000_017);
  const runs: ArmRun[] = [];
  const looks: ArmRun[][] = [];
  await simulator.clear();
  for (const look of plan.blocksAt.keys()) {
    const make = () =>
      conduct(setup, look, runs, {
        cancelled: () => false,
        pause: async () => {},
        run: async (step) => {
          const pace = stretch(drift, runs.length / (2 * (plan.blocksAt.at(-1) ?? 1)));
          const size = (step.arm === 'B' ? factor : 1) * pace * scale;
          await simulator.script([answer(random, size, step.arm)]);
          const request = setup.arms.find(({ name }) => name === step.arm)?.requests[0];
          if (request === undefined) throw new Error('The request of an arm is missing.');
          const state = await startRun(simulator.origin, { request, maxAttempts: 1 }).done;
          const { record } = newRun({ id: `${runs.length}` });
          const run = armRunOf({ ...record, state }, step, null);
          runs.push(run);
          return { run, failure: state.failure };
        },
      });
    let end = await make();
    // Refused several times in a row it stops by itself: a person would go on, and so does this.
    while (end.kind === 'failed' && end.failure.kind === 'rate-limit') end = await make();
    if (end.kind !== 'complete') {
      throw new Error(`The comparison ended: ${end.kind === 'failed' ? end.failure.kind : end.kind}.`);
    }
    looks.push([...runs]);
  }
  return { setup, looks };
}

function answer(random: Random, size: number, arm: string): ResponsePlan {
  const ttftMs = drawLatency(random) * size;
  const chance = random();
  if (chance < limitedShare) {
    return {
      kind: 'error',
      status: 429,
      type: 'rate_limit_error',
      message: 'Too many requests.',
      retryAfter: 1,
    };
  }
  const cached = arm === 'B' && chance < limitedShare + cachedShare;
  return {
    kind: 'answer',
    text: 'The Rhine.',
    thinking: 'none',
    ttftMs: cached ? ttftMs * 0.3 : ttftMs,
    gapMs: 0,
    cacheRead: cached ? 600 : 0,
  };
}
