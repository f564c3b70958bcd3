import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunOutlook } from '../../../../src/core/compare/forecast.ts';
import type { Outlook } from '../../../../src/vscode/compare/outlook.ts';
import { answered } from '../../../support/answered.ts';
import { comparing } from '../../../support/comparing.ts';
import { sampleComparison } from '../../../support/comparisons.ts';

const { onCompareMessage, plan } = await import('../../../../src/vscode/compare/compareActions.ts');

const { currentPrice } = await import('../../../../src/vscode/requestPreparation.ts');

const model = answered(['one', 'two', 'three', 'four', 'five'], ['six', 'seven', 'eight', 'nine', 'ten']);
const { comparison } = model;
assert.ok(comparison !== null);

test('whoever judges blind hears and sees nothing of the verdict until the last pair is judged', async () => {
  const { controller, parts, store, shown } = await comparing();
  await store.saveComparison(comparison);
  const announcement = 'B is faster.';
  controller.show(comparison, 'complete', { ...model, announcement });
  assert.equal(shown.at(-1)?.announcement, announcement);
  const before = shown.length;
  await onCompareMessage({ type: 'action', action: 'judge' }, parts);
  for (const preference of ['left', 'right', 'tie', 'neither'] as const) {
    await onCompareMessage({ type: 'prefer', preference }, parts);
    // As when the history of another window changes.
    controller.update({ announcement });
  }
  const judging = shown.slice(before);
  assert.deepEqual(
    [...new Set(judging.map(({ blind }) => blind?.position))],
    ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
  );
  for (const view of judging) {
    const { verdicts, facts, arms, strip, runs, answers } = view;
    assert.deepEqual(
      { announcement: view.announcement, verdicts, facts, arms, strip, runs, answers },
      { announcement: null, verdicts: [], facts: [], arms: null, strip: null, runs: null, answers: null },
    );
  }
  await onCompareMessage({ type: 'prefer', preference: 'left' }, parts);
  const last = shown.at(-1);
  assert.deepEqual([last?.blind, last?.verdicts.length], [null, 1]);
  assert.equal((await store.comparison(comparison.id))?.outcome.blind.length, 5);
});

test('Undo stays after the comparison is copied, and still takes back what was kept', async () => {
  let undone = 0;
  const undo = async () => {
    undone++;
  };
  const { controller, parts, shown } = await comparing();
  controller.show(comparison, 'complete', { ...model, notice: { text: 'B is kept.', undo } });
  await onCompareMessage({ type: 'action', action: 'copy' }, parts);
  const copied = shown.at(-1);
  assert.equal(copied?.announcement, 'Copied as Markdown.');
  assert.deepEqual(
    [copied?.notice?.text, copied?.notice?.buttons.map(({ action }) => action)],
    ['B is kept.', ['undo', 'dismiss-notice']],
  );
  await onCompareMessage({ type: 'action', action: 'undo' }, parts);
  assert.deepEqual([undone, shown.at(-1)?.notice], [1, null]);
});

test('what the last response told of the rate limit is in the plan, whatever was shown in between', async () => {
  const { controller, parts, store, shown } = await comparing();
  await store.saveComparison(comparison);
  controller.update({ rateLimit: { requestsRemaining: 40, tokensRemaining: null, reset: null } });
  await controller.open(comparison.id);
  const estimates = { ofRequest: async () => 40 } as unknown as typeof parts.estimates;
  await plan(comparison, [], { ...parts, estimates });
  assert.equal(shown.at(-1)?.plan.at(-1), 'Rate limit: 40 requests were left after the last run.');
});

test('a second press on a button that begins runs does nothing, until they are made', async () => {
  let asked = 0;
  let letGo = () => {};
  const warmed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { setup } = sampleComparison();
  const begun = sampleComparison({ runs: 5, setup: { prompt: { ...setup.prompt, place: null } } });
  const { controller, parts, store } = await comparing({ warmUp: () => warmed });
  const open = parts.connections.open.bind(parts.connections);
  parts.connections.open = () => {
    asked++;
    return open();
  };
  controller.show(begun, 'stopped');
  const goOn = () => onCompareMessage({ type: 'action', action: 'go-on' }, parts);
  const first = goOn();
  await goOn();
  letGo();
  await first;
  assert.equal(asked, 1);
  assert.equal((await store.comparison(begun.id))?.outcome.runs.length, 10);
  await goOn();
  assert.equal(asked, 2);
});

test('what may be dear, or of unknown cost, is asked before anything is sent', async () => {
  const { window } = await import('vscode');
  const { setup } = sampleComparison();
  const planned = sampleComparison({ runs: 5, setup: { prompt: { ...setup.prompt, place: null } } });
  const outlookAt = (maxTokens: number, price: RunOutlook['price']): Outlook => {
    const own = new Map([['as it stands', { inputTokens: 40, maxTokens, price, usualMs: null }]]);
    return { runs: new Map(['A', 'B'].map((arm) => [arm, own])), past: [] };
  };
  const asked: string[] = [];
  Object.assign(window, { showWarningMessage: async (text: string) => void asked.push(text) });
  const { controller, parts } = await comparing({ run: async () => assert.fail('no run is made') });
  for (const outlook of [outlookAt(128_000, currentPrice('claude-haiku-5-5')), outlookAt(10, null)]) {
    controller.show(planned, 'planned', { outlook });
    await onCompareMessage({ type: 'action', action: 'start' }, parts);
    assert.equal(controller.model.phase, 'planned');
  }
  assert.deepEqual(asked, [
    'Start a comparison that may cost $0.90?',
    'Start a comparison whose cost is unknown?',
  ]);
});
