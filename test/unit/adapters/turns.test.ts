import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allAtOnce, inTurns, type Steps } from '../../../src/adapters/turns.ts';

function* counted(steps: number, done: string[]): Steps<string> {
  for (let step = 1; step <= steps; step++) {
    done.push(`step ${step}`);
    yield;
  }
  return 'end';
}

/** A step for longer than a turn may take. */
function* slow(done: string[]): Steps<string> {
  for (const step of counted(3, done)) {
    const end = performance.now() + 20;
    while (performance.now() < end);
    yield step;
  }
  return 'end';
}

test('all at once: every step, then what comes of them', () => {
  const done: string[] = [];
  assert.deepEqual([allAtOnce(counted(3, done)), done], ['end', ['step 1', 'step 2', 'step 3']]);
});

test('in turns: others have theirs after a long step', async () => {
  const done: string[] = [];
  setImmediate(() => done.push('another'));
  const found = inTurns(slow(done), () => true);
  assert.deepEqual([await found, done], ['end', ['step 1', 'another', 'step 2', 'step 3']]);
});

test('in turns: no step more once they are not wanted', async () => {
  const done: string[] = [];
  const found = await inTurns(slow(done), () => done.length < 2);
  assert.deepEqual([found, done], [null, ['step 1', 'step 2']]);
});
