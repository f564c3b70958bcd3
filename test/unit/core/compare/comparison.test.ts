import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canGoOn, withoutComparisonTexts } from '../../../../src/core/compare/comparison.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

test('a comparison without texts keeps its numbers, and how its answers failed', () => {
  const fault = { kind: 'mismatch', path: '/secret', keyword: 'required' } as const;
  const failed = { assertionsHold: false, failedAssertions: [{ assertion: 0, fault }] };
  const tools = { name: 'tools', reason: 'not-supported' } as const;
  const logic = { name: '{% if secret %}', reason: 'template-logic' } as const;
  const { prompt } = sampleComparison({}).setup;
  const comparison = sampleComparison({
    arms: [{ text: 'A secret.' }, { text: 'A longer secret.' }],
    setup: {
      prompt: { ...prompt, text: 'A secret.', notSent: [tools, logic] },
      assertions: [{ type: 'json-schema', value: { required: ['secret'] } }],
    },
    outcome: { runs: [armRun('A', 0, {}), armRun('B', 0, {}, failed)] },
  });
  const { setup, outcome } = comparison;
  const kept = withoutComparisonTexts(comparison);
  assert.deepEqual(kept, {
    ...comparison,
    setup: {
      ...setup,
      prompt: { ...prompt, text: '', notSent: [tools, { ...logic, name: '' }] },
      arms: setup.arms.map((arm) => ({ ...arm, text: null, requests: [] })),
      assertions: [{ type: 'json-schema', value: {} }],
    },
    outcome: {
      ...outcome,
      runs: [
        armRun('A', 0, {}),
        armRun(
          'B',
          0,
          {},
          { ...failed, failedAssertions: [{ assertion: 0, fault: { ...fault, path: '' } }] },
        ),
      ],
    },
  });
  assert.doesNotMatch(JSON.stringify(kept), /secret/i);
});

test('a comparison goes on as long as its requests are known', () => {
  const comparison = sampleComparison();
  assert.deepEqual([canGoOn(comparison), canGoOn(withoutComparisonTexts(comparison))], [true, false]);
});
