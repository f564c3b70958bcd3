import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArmRun } from '../../../../src/core/compare/comparison.ts';
import { conduct, type RunStep } from '../../../../src/core/compare/conduct.ts';
import type { Failure } from '../../../../src/core/failure.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';
import { overloaded } from '../run/script.ts';

const { setup } = sampleComparison({ runs: 5 });
const planned = setup.plan.blocks
  .slice(0, 5)
  .flatMap(({ id, arms }) => arms.map((arm): string => `${arm}${id}`));

const refused: Failure = { ...overloaded, kind: 'bad-request', status: 400, retryable: false };

interface Conducted {
  readonly steps: readonly string[];
  readonly pauses: readonly string[];
  readonly end: string;
}

/**
 * Conducts the first look of a comparison.
 * @param failures of the first runs, in order; null for a run that succeeds, as all later ones do
 * @param cancelledAfter after so many runs; null for never
 */
async function conducted(
  failures: readonly (Failure | null)[],
  { before = [], cancelledAfter = null }: { before?: readonly ArmRun[]; cancelledAfter?: number | null } = {},
): Promise<Conducted> {
  const steps: string[] = [];
  const pauses: string[] = [];
  const end = await conduct(setup, 0, before, {
    run: async ({ arm, block }: RunStep) => {
      const failure = failures[steps.length] ?? null;
      steps.push(`${arm}${block}`);
      const run = armRun(arm, block, {}, failure === null ? {} : { endState: 'failed' });
      return { run, failure };
    },
    pause: async (ms, reason) => void pauses.push(`${ms} ${reason}`),
    cancelled: () => steps.length === cancelledAfter,
  });
  return { steps, pauses, end: end.kind === 'failed' ? `failed: ${end.failure.kind}` : end.kind };
}

test('all runs of a look are made in the order of the plan', async () => {
  assert.deepEqual(await conducted([]), { steps: planned, pauses: [], end: 'complete' });
});

test('it goes on behind the runs that were made before', async () => {
  const before = setup.plan.blocks
    .slice(0, 2)
    .flatMap(({ id, arms }) => arms.map((arm) => armRun(arm, id, {})));
  assert.deepEqual(await conducted([], { before }), { steps: planned.slice(4), pauses: [], end: 'complete' });
  const all = setup.plan.blocks.slice(0, 5).flatMap(({ id, arms }) => arms.map((arm) => armRun(arm, id, {})));
  assert.deepEqual(await conducted([], { before: all }), { steps: [], pauses: [], end: 'complete' });
});

test('after failures that may pass it waits, longer each time, and its block is run again', async () => {
  const { steps, pauses, end } = await conducted([overloaded, overloaded]);
  assert.deepEqual([pauses, end], [['2000 overloaded', '4000 overloaded'], 'complete']);
  assert.deepEqual(steps.slice(0, planned.length), planned);
  assert.equal(steps.length, planned.length + 2);
});

test('a run that succeeds in between ends the row of failures', async () => {
  const { pauses, end } = await conducted([overloaded, overloaded, null, overloaded]);
  assert.deepEqual([pauses, end], [['2000 overloaded', '4000 overloaded', '2000 overloaded'], 'complete']);
});

suite('it gives up', () => {
  const rows: readonly (readonly [name: string, failures: readonly Failure[], pauses: readonly string[]])[] =
    [
      ['at a failure that does not pass', [refused], []],
      ['at three in a row', [overloaded, overloaded, overloaded], ['2000 overloaded', '4000 overloaded']],
      ['where the server asks to wait for too long', [{ ...overloaded, retryAfterMs: 300_001 }], []],
    ];
  for (const [name, failures, pauses] of rows) {
    test(name, async () => {
      assert.deepEqual(await conducted(failures), {
        steps: planned.slice(0, failures.length),
        pauses,
        end: `failed: ${failures.at(-1)?.kind}`,
      });
    });
  }
});

test('it waits as long as the server asks, up to five minutes', async () => {
  const { pauses, end } = await conducted([
    { ...overloaded, retryAfterMs: 0 },
    { ...overloaded, retryAfterMs: 300_000 },
  ]);
  assert.deepEqual([pauses, end], [['0 overloaded', '300000 overloaded'], 'complete']);
});

test('once cancelled it makes no further run, waits no more and tells of no failure', async () => {
  const steps = planned.slice(0, 3);
  assert.deepEqual(await conducted([], { cancelledAfter: 3 }), { steps, pauses: [], end: 'cancelled' });
  const failing = [null, null, refused];
  assert.deepEqual(await conducted(failing, { cancelledAfter: 3 }), { steps, pauses: [], end: 'cancelled' });
  assert.deepEqual(await conducted([], { cancelledAfter: 0 }), { steps: [], pauses: [], end: 'cancelled' });
});
