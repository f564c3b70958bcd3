import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseCompareMessage } from '../../../src/webview/compareGuards.ts';
import type { CompareToHost } from '../../../src/webview/compareProtocol.ts';

const fine: readonly CompareToHost[] = [
  { type: 'ready' },
  { type: 'action', action: 'start' },
  { type: 'runs', runs: 20 },
  { type: 'metric', metric: 'first-text' },
  { type: 'input', at: 2 },
  { type: 'keep', arm: 'B' },
  { type: 'open-run', run: 'an-id' },
  { type: 'prefer', preference: 'neither' },
];

suite('what the comparison page says is taken', () => {
  for (const message of fine) {
    test(JSON.stringify(message), () => {
      assert.deepEqual(parseCompareMessage({ ...message, more: 'ignored' }), message);
    });
  }
});

suite('what has another shape is not', () => {
  const wrong: readonly unknown[] = [
    null,
    undefined,
    'ready',
    7,
    [],
    {},
    { type: 'Ready' },
    { type: 'action', action: 'promptTuner.run' },
    { type: 'action' },
    { type: 'runs', runs: 15 },
    { type: 'runs', runs: '10' },
    { type: 'metric', metric: 'cost' },
    { type: 'input', at: -1 },
    { type: 'input', at: 0.5 },
    { type: 'input', at: '0' },
    { type: 'keep', arm: '' },
    { type: 'keep', arm: ['A'] },
    { type: 'open-run', run: 'x'.repeat(101) },
    { type: 'prefer', preference: 'A' },
    { type: '__proto__' },
  ];
  for (const message of wrong) {
    test(JSON.stringify(message) ?? 'undefined', () => assert.equal(parseCompareMessage(message), null));
  }
});
