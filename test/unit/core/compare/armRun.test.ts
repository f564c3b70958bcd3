import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armRunOf } from '../../../../src/core/compare/armRun.ts';
import type { RunStep } from '../../../../src/core/compare/conduct.ts';
import { newRun } from '../../../support/newRuns.ts';

const step: RunStep = { arm: 'B', input: 'as it stands', block: 3 };

test('a finished run with its numbers', () => {
  const { record } = newRun({ id: 'x', usage: { cacheReadTokens: 7 } });
  assert.deepEqual(armRunOf(record, step, 0.002), {
    id: 'x',
    arm: 'B',
    block: 3,
    attempts: 1,
    endState: 'complete',
    cacheReadTokens: 7,
    assertionsHold: true,
    numbers: {
      ttlt: 1_987,
      'first-text': 400,
      ttft: 400,
      // 120 tokens, of which 5 of 500 characters came with the first piece, in 1,577 ms.
      otps: (120 * 0.99 * 1_000) / 1_577,
      'input-tokens': 47,
      'output-tokens': 120,
      cost: 0.002,
    },
  });
});

test('what was not billed for certain is no number', () => {
  const { record } = newRun({ state: { usageFinal: false, endState: 'cancelled', stoppedAt: null } });
  assert.deepEqual(armRunOf(record, step, null).numbers, {
    ttlt: null,
    'first-text': 400,
    ttft: 400,
    otps: null,
    'input-tokens': null,
    'output-tokens': null,
    cost: null,
  });
});

test('of assertions those that failed, by their position', () => {
  const holds = { assertion: { type: 'contains', value: 'a' }, fault: null } as const;
  const fails = { assertion: { type: 'contains', value: 'b' }, fault: { kind: 'missing' } } as const;
  const { assertionsHold, failedAssertions } = armRunOf(
    newRun({ record: { assertions: [holds, fails] } }).record,
    step,
    null,
  );
  assert.deepEqual(
    [assertionsHold, failedAssertions],
    [false, [{ assertion: 1, fault: { kind: 'missing' } }]],
  );
  const held = armRunOf(newRun({ record: { assertions: [holds] } }).record, step, null);
  assert.deepEqual([held.assertionsHold, held.failedAssertions], [true, []]);
});

test('a run that has not ended is refused', () => {
  const { record } = newRun({ state: { endState: null } });
  assert.throws(() => armRunOf(record, step, null), /has not ended/);
});
