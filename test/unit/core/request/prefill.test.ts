import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takesPrefill } from '../../../../src/core/request/prefill.ts';

const takes: Readonly<Record<string, boolean>> = {
  'claude-3-haiku-20240307': true,
  'claude-haiku-4-5': true,
  'claude-sonnet-4-5-20250929': true,
  'claude-opus-4-6': false,
  'claude-haiku-5-5': false,
  'a-model-of-a-gateway': true,
};

for (const [model, expected] of Object.entries(takes)) {
  test(`${model} ${expected ? 'goes on with' : 'refuses'} an answer that was begun`, () =>
    assert.equal(takesPrefill(model), expected));
}
