import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResponsePlan } from '../../simulator/plan.ts';
import { answerOf, runKey, sentRuns } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const overloaded = (retryAfter: number): ResponsePlan => ({
  kind: 'error',
  status: 529,
  type: 'overloaded_error',
  message: 'Overloaded',
  retryAfter,
});

describeSharedRuns('retry', {}, (vscode) => {
  test('an overloaded API is asked again, in sight, and the wait is no part of TTFT', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([overloaded(2), answerOf('Now there was room for an answer.')]);
    await openText('retried.prompt.md', 'Name a tree.');
    await workbench.press(runKey);
    const panel = await output.shows({ phase: 'retrying', state: 'Overloaded: attempt 2 of 3 in' });
    await panel.locator('.waterfall .retry').first().waitFor();
    await output.shows({ end: 'complete', answer: 'Now there was room for an answer.' });

    assert.match(await output.figure('ttft'), /^(?:\d+ ms|0\.\d+ s)$/);
    assert.match(await output.text('.waterfall .note'), /^You waited [2-9][\d.]* s, retries included\.$/);
    await output.open('details');
    const attempts = await output.text('#details dt:has-text("Attempts") + dd');
    assert.equal(attempts, '2 (529 failed)');
    const [first, second] = await sentRuns(simulator);
    assert.ok(first && second && second.receivedAt - first.receivedAt >= 1_990);
  });

  test('a limit that does not lift by waiting is not asked again', async () => {
    const { simulator, output, openText, workbench } = vscode();
    const message = 'This workspace has reached its limit.';
    await simulator.script([
      { kind: 'error', status: 429, type: 'rate_limit_error', message, retryAfter: 1, shouldRetry: false },
    ]);
    await openText('limited.prompt.md', 'Name a tree.');
    await workbench.press(runKey);
    await output.shows({ end: 'failed', state: 'Spend limit reached' });
    assert.equal((await sentRuns(simulator)).length, 1);
  });

  test('after three attempts the run has failed, and runs again by a press', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([overloaded(1), overloaded(1), overloaded(1), answerOf('At last.')]);
    await openText('thrice.prompt.md', 'Name a tree.');
    await workbench.press(runKey);
    await output.shows({ phase: 'retrying', state: 'Overloaded: attempt 3 of 3 in' });
    await output.shows({ end: 'failed', state: 'Overloaded' });
    assert.equal((await sentRuns(simulator)).length, 3);
    assert.deepEqual(await output.stateButtons(), ['Run Again', 'Select Model…']);
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'At last.' });
  });
});
