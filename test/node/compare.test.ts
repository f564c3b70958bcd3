import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { armRunOf } from '../../src/core/compare/armRun.ts';
import type { ArmRun, Comparison, ComparisonArm } from '../../src/core/compare/comparison.ts';
import { type ConductEnd, conduct, type RunStep } from '../../src/core/compare/conduct.ts';
import { judgeOn, progressTo } from '../../src/core/compare/judgeComparison.ts';
import type { RunCount } from '../../src/core/compare/plan.ts';
import { withCache } from '../../src/core/request/rawFields.ts';
import { type Simulator, startSimulator } from '../simulator/client.ts';
import type { ResponsePlan } from '../simulator/plan.ts';
import { startRun } from '../support/claudeRun.ts';
import { sampleComparison } from '../support/comparisons.ts';
import { newRun } from '../support/newRuns.ts';

let simulator: Simulator;

before(async () => {
  simulator = await startSimulator({ speed: 0, keys: 'none' });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

interface Made {
  readonly end: ConductEnd;
  readonly runs: readonly ArmRun[];
  readonly pauses: readonly number[];
}

interface Options {
  readonly look?: number;
  readonly before?: readonly ArmRun[];
  /** What the simulated Claude does in the nth run, from 0. */
  readonly plan: (step: RunStep, nth: number) => ResponsePlan;
  readonly cancelAfter?: number;
}

/** Makes the runs of a comparison against the simulated Claude, as the editor does but for its clock. */
async function make(comparison: Comparison, options: Options): Promise<Made> {
  const { look = 0, before: made = [], cancelAfter = Number.POSITIVE_INFINITY } = options;
  const runs = [...made];
  const pauses: number[] = [];
  const end = await conduct(comparison.setup, look, made, {
    cancelled: () => runs.length >= cancelAfter,
    pause: async (ms) => void pauses.push(Math.round(ms)),
    run: async (step) => {
      await simulator.script([options.plan(step, runs.length)]);
      const request = comparison.setup.arms.find(({ name }) => name === step.arm)?.requests[0];
      assert.ok(request);
      const state = await startRun(simulator.origin, { request, maxAttempts: 1 }).done;
      const { record } = newRun({ id: `${runs.length}` });
      const run = armRunOf({ ...record, state }, step, null);
      runs.push(run);
      return { run, failure: state.failure };
    },
  });
  return { end, runs, pauses };
}

function twoModels(runs: RunCount, arms: readonly Partial<ComparisonArm>[] = [{}, {}]): Comparison {
  return sampleComparison({ runs, arms });
}

const answer = (ttftMs: number, more: object = {}): ResponsePlan => ({
  kind: 'answer',
  text: 'The Rhine.',
  thinking: 'none',
  ttftMs,
  gapMs: 0,
  ...more,
});
const limited: ResponsePlan = {
  kind: 'error',
  status: 429,
  type: 'rate_limit_error',
  message: 'Slow down.',
  retryAfter: 7,
};

const verdictOf = ({ setup }: Comparison, runs: readonly ArmRun[]) =>
  judgeOn(setup, runs, 'ttlt').differences.map(({ verdict, n }) => `${verdict} of ${n}`);

describe('runs of a comparison against the simulated Claude', () => {
  it('a difference that is there is shown', async () => {
    const comparison = twoModels(10);
    const { end, runs, pauses } = await make(comparison, {
      plan: ({ arm }, nth) => answer((arm === 'A' ? 120 : 20) + (nth % 3)),
    });
    assert.deepEqual([end, runs.length, pauses], [{ kind: 'complete' }, 20, []]);
    assert.deepEqual(verdictOf(comparison, runs), ['faster of 10']);
  });

  it('a service that slows down in mid-comparison makes nobody slower', async () => {
    const comparison = twoModels(10);
    const { runs } = await make(comparison, {
      plan: (_, nth) => answer((nth < 10 ? 20 : 90) + ((nth * 7) % 5) * 3),
    });
    assert.deepEqual(verdictOf(comparison, runs), ['no-difference-shown of 10']);
  });

  it('five runs show nothing, ten more do', async () => {
    const comparison = twoModels(5);
    const plan = ({ arm }: RunStep, nth: number) => answer((arm === 'A' ? 100 : 20) + (nth % 4));
    const first = await make(comparison, { plan });
    assert.deepEqual(verdictOf(comparison, first.runs), ['not-enough-runs of 5']);
    const second = await make(comparison, { plan, look: 1, before: first.runs });
    assert.equal(second.runs.length, 30);
    assert.deepEqual(verdictOf(comparison, second.runs), ['faster of 15']);
  });

  it('a rate limit is waited for as long as the server asks, and its block made again', async () => {
    const comparison = twoModels(5);
    const { end, runs, pauses } = await make(comparison, {
      plan: (_, nth) => (nth === 3 ? limited : answer(1)),
    });
    assert.deepEqual([end, pauses, runs.length], [{ kind: 'complete' }, [7_000], 12]);
    assert.deepEqual(progressTo(comparison.setup, 0, runs), {
      next: null,
      remaining: 0,
      replaced: 1,
      leftOut: [{ reason: 'failed', runs: 1 }],
    });
    assert.deepEqual(verdictOf(comparison, runs), ['not-enough-runs of 5']);
  });

  it('three rate limits in a row end it, with what was made kept', async () => {
    const comparison = twoModels(5);
    const { end, runs, pauses } = await make(comparison, {
      plan: (_, nth) => (nth >= 4 ? limited : answer(1)),
    });
    assert.deepEqual([end.kind, runs.length, pauses], ['failed', 7, [7_000, 7_000]]);
  });

  it('what can’t pass ends it at once', async () => {
    const rejected: ResponsePlan = {
      kind: 'error',
      status: 401,
      type: 'authentication_error',
      message: 'No.',
    };
    const { end, runs } = await make(twoModels(5), { plan: () => rejected });
    assert.deepEqual([end.kind === 'failed' ? end.failure.kind : end.kind, runs.length], ['rejected-key', 1]);
  });

  it('answers out of the cache count where they are asked for, and nowhere else', async () => {
    const [a, b] = twoModels(5).setup.arms;
    assert.ok(a && b);
    const requests = b.requests.map(({ body, version }) => ({ body: withCache(body, 'all'), version }));
    const comparison = twoModels(5, [a, { ...b, cache: 'read', requests }]);
    let written = false;
    const { runs } = await make(comparison, {
      plan: ({ arm }, nth) => {
        if (arm === 'A') return answer(1, { cacheRead: nth === 2 || nth === 3 ? 600 : 0 });
        const cacheRead = written ? 600 : 0;
        written = true;
        return answer(1, { cacheRead, cacheWrite: 600 - cacheRead });
      },
    });
    const { replaced, leftOut } = progressTo(comparison.setup, 0, runs);
    assert.deepEqual([replaced, leftOut], [2, [{ reason: 'cache-state', runs: 2 }]]);
    assert.deepEqual(verdictOf(comparison, runs), ['not-enough-runs of 5']);
  });

  it('an answer that was cut is no faster answer', async () => {
    const comparison = twoModels(10);
    const { runs } = await make(comparison, {
      plan: ({ arm }) => answer(arm === 'A' ? 60 : 5, arm === 'B' ? { stopReason: 'max_tokens' } : {}),
    });
    assert.deepEqual(verdictOf(comparison, runs), ['not-comparable of 10']);
  });

  it('cancelled, it goes on where it was', async () => {
    const comparison = twoModels(5);
    const plan = () => answer(1);
    const first = await make(comparison, { plan, cancelAfter: 3 });
    assert.deepEqual([first.end.kind, first.runs.length], ['cancelled', 3]);
    const rest = await make(comparison, { plan, before: first.runs });
    const order = comparison.setup.plan.blocks
      .slice(0, 5)
      .flatMap(({ id, arms }) => arms.map((arm) => `${id} ${arm}`));
    assert.deepEqual(
      rest.runs.map(({ block, arm }) => `${block} ${arm}`),
      order,
    );
  });
});
