import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memento } from '../../support/memento.ts';
import { newRun } from '../../support/newRuns.ts';

const { TokenEstimates } = await import('../../../src/vscode/tokenEstimates.ts');

const text = 'Name twenty rivers of Asia, each with the sea that it ends in. '.repeat(4);

test('runs that end at once all teach', async () => {
  const state = memento();
  const estimates = new TokenEstimates(state);
  await Promise.all(['a', 'b', 'c'].map((id) => estimates.learn(newRun({ id, text, answer: text }).record)));
  assert.equal(estimates.learnedRuns, 3);
  assert.equal(new TokenEstimates(state).learnedRuns, 3);
});
