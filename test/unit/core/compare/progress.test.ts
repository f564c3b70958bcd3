import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CacheState, ComparedRun } from '../../../../src/core/compare/comparedRun.ts';
import { type ComparisonPlan, planComparison } from '../../../../src/core/compare/plan.ts';
import { type CacheStates, measuredArms, progressOf } from '../../../../src/core/compare/progress.ts';

const plan = planComparison({
  arms: ['A', 'B'],
  inputs: ['short', 'long'],
  runs: 5,
  looks: 2,
  pairing: 'with-first',
  seed: 3,
});

type Change = Partial<ComparedRun>;

/** Makes runs as progress asks for them until the look is complete; `change` says what is odd about the number-th. */
function runAll(
  look: number,
  change: (number: number) => Change = () => ({}),
  before: readonly ComparedRun[] = [],
) {
  const runs = [...before];
  for (;;) {
    const { next } = progressOf(plan, look, runs, {});
    if (next === null) return runs;
    runs.push(run(next.arm, next.block.id, change(runs.length)));
  }
}

function run(arm: string, block: number, change: Change = {}): ComparedRun {
  return {
    arm,
    block,
    attempts: 1,
    endState: 'complete',
    cacheReadTokens: null,
    assertionsHold: true,
    value: 100 + block,
    ...change,
  };
}

const orderOf = ({ blocks }: ComparisonPlan, until: number): readonly string[] =>
  blocks.slice(0, until).flatMap(({ id, arms }) => arms.map((arm) => `${id} ${arm}`));

const made = (runs: readonly ComparedRun[]): readonly string[] =>
  runs.map(({ block, arm }) => `${block} ${arm}`);

test('runs follow the plan, block after block', () => {
  const runs = runAll(0);
  assert.deepEqual(made(runs), orderOf(plan, 6));
  assert.deepEqual(progressOf(plan, 0, runs, {}), { next: null, remaining: 0, replaced: 0, leftOut: [] });
});

test('“Run 10 More” goes on where the first look ended', () => {
  const runs = runAll(1, undefined, runAll(0));
  assert.deepEqual(made(runs), orderOf(plan, 16));
});

test('it goes on from the runs alone, wherever it was broken off', () => {
  const whole = runAll(0, (number) => (number === 2 ? { attempts: 2 } : {}));
  for (let kept = 0; kept < whole.length; kept++) {
    const rest = runAll(0, (number) => (number === 2 ? { attempts: 2 } : {}), whole.slice(0, kept));
    assert.deepEqual(rest, whole, `after ${kept} runs`);
  }
});

test('a run that does not count has its whole block run again at the end, on the same input', () => {
  const runs = runAll(0, (number) => (number === 2 ? { attempts: 2 } : {}));
  const again = runs.slice(12);
  assert.deepEqual(made(runs.slice(0, 12)), orderOf(plan, 6));
  assert.deepEqual(made(again).toSorted(), ['16 A', '16 B']);
  assert.deepEqual(progressOf(plan, 0, runs, {}), {
    next: null,
    remaining: 0,
    replaced: 1,
    leftOut: [{ reason: 'retried', runs: 1 }],
  });
  const inputs = measuredArms(plan, runs, {}).map(
    ({ samples }) => samples.find(({ block }) => block === 16)?.input,
  );
  assert.deepEqual(inputs, [plan.blocks[1]?.input, plan.blocks[1]?.input]);
});

test('a replacement that does not count is replaced too, up to the limit', () => {
  const runs = runAll(0, (number) => (number === 0 || number >= 12 ? { endState: 'failed' } : {}));
  const { replaced, leftOut } = progressOf(plan, 0, runs, {});
  assert.deepEqual([runs.length, replaced, leftOut], [16, 2, [{ reason: 'failed', runs: 5 }]]);
});

test('a second look has a higher limit, and makes up for what the first could not', () => {
  const odd = (number: number): Change => (number === 0 || number >= 12 ? { endState: 'failed' } : {});
  const first = runAll(0, odd);
  const runs = runAll(1, undefined, first);
  const wholeBlocks = (those: readonly ComparedRun[]): number => {
    const [a, b] = measuredArms(plan, those, {});
    const blocks = new Set(a?.samples.map(({ block }) => block));
    return b?.samples.filter(({ block }) => blocks.has(block)).length ?? 0;
  };
  assert.deepEqual(
    [wholeBlocks(first), wholeBlocks(runs), progressOf(plan, 1, runs, {}).replaced],
    [5, 16, 3],
  );
});

suite('what counts', () => {
  const table: Readonly<Record<string, readonly [Change, CacheState, string | null]>> = {
    complete: [{}, 'any', null],
    'cut at max tokens': [{ endState: 'max-tokens' }, 'any', null],
    refused: [{ endState: 'refusal', value: null }, 'any', null],
    stopped: [{ endState: 'cancelled' }, 'any', 'cancelled'],
    failed: [{ endState: 'failed', attempts: 3 }, 'any', 'failed'],
    broken: [{ endState: 'broken' }, 'any', 'failed'],
    stalled: [{ endState: 'stalled' }, 'any', 'failed'],
    'complete at the second attempt': [{ attempts: 2 }, 'any', 'retried'],
    'cache read where none is wanted': [{ cacheReadTokens: 900 }, 'unread', 'cache-state'],
    'cache unread where it is wanted': [{ cacheReadTokens: 0 }, 'read', 'cache-state'],
    'cache unknown where it is wanted': [{}, 'read', 'cache-state'],
    'cache read as wanted': [{ cacheReadTokens: 900 }, 'read', null],
    'cache unread as wanted': [{ cacheReadTokens: 0 }, 'unread', null],
  };
  for (const [name, [change, cache, reason]] of Object.entries(table)) {
    test(`${name}: ${reason ?? 'counts'}`, () => {
      const caches: CacheStates = { A: cache };
      assert.deepEqual(
        progressOf(plan, 0, [run('A', 0, change)], caches).leftOut,
        reason === null ? [] : [{ reason, runs: 1 }],
      );
    });
  }
});

test('arms hold the runs that count, with their inputs and outcomes', () => {
  const runs = [
    run('A', 0, { value: 10 }),
    run('B', 0, { value: 20, assertionsHold: false }),
    run('B', 1, { value: null, endState: 'refusal' }),
    run('A', 1, { value: 40, attempts: 2 }),
  ];
  const input = plan.blocks[0]?.input;
  assert.deepEqual(measuredArms(plan, runs, {}), [
    { name: 'A', samples: [{ value: 10, block: 0, input }], outcomes: ['complete'] },
    { name: 'B', samples: [{ value: 20, block: 0, input }], outcomes: ['assertion-failed', 'refusal'] },
  ]);
});
