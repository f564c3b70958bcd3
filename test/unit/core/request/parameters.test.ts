import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fallbackCatalogue } from '../../../../src/core/request/catalogue.ts';
import {
  type ParameterLayer,
  type ParameterValues,
  resolveParameters,
} from '../../../../src/core/request/parameters.ts';

const resolve = (...layers: readonly ParameterLayer[]) => resolveParameters(layers, fallbackCatalogue);

test('without any layer: the current Haiku and the defaults, with room to think', () => {
  assert.deepEqual(resolve(), {
    model: { value: 'claude-haiku-5-5', source: 'default' },
    system: { value: '', source: 'default' },
    maxTokens: { value: 16_000, source: 'default' },
    effort: { value: 'default', source: 'default' },
    thinking: { value: 'default', source: 'default' },
    temperature: { value: null, source: 'default' },
  });
});

test('each value comes from the strongest layer that names it, in whatever order they are given', () => {
  const resolved = resolve(
    { source: 'setting', values: { model: 'm-setting', system: 's-setting', maxTokens: 1, effort: 'low' } },
    { source: 'comparison', values: { model: 'm-arm' } },
    { source: 'prompt', values: { model: 'm-prompt', maxTokens: 2, temperature: 0 } },
    { source: 'panel', values: { model: 'm-panel', system: '' } },
  );
  assert.deepEqual(resolved, {
    model: { value: 'm-arm', source: 'comparison' },
    system: { value: '', source: 'panel' },
    maxTokens: { value: 2, source: 'prompt' },
    effort: { value: 'low', source: 'setting' },
    thinking: { value: 'default', source: 'default' },
    temperature: { value: 0, source: 'prompt' },
  });
});

test('a chip can take back a temperature that a setting sends', () => {
  const resolved = resolve(
    { source: 'setting', values: { temperature: 0.5 } },
    { source: 'panel', values: { temperature: null } },
  );
  assert.deepEqual(resolved.temperature, { value: null, source: 'panel' });
});

suite('max tokens by default', () => {
  const rows: readonly (readonly [Partial<ParameterValues>, number])[] = [
    [{ model: 'claude-haiku-5-5' }, 16_000],
    [{ model: 'claude-haiku-5-5', thinking: 'off' }, 4_096],
    [{ model: 'claude-opus-5-5', thinking: 'off' }, 16_000],
    [{ model: 'claude-haiku-4-5' }, 4_096],
    [{ model: 'claude-haiku-4-5', thinking: 'on' }, 16_000],
    [{ model: 'claude-opus-4-8' }, 4_096],
    [{ model: 'claude-3-5-haiku', thinking: 'on' }, 4_096],
    [{ model: 'claude-3-7-sonnet', thinking: 'on' }, 16_000],
    [{ model: 'house-model' }, 4_096],
    [{ model: 'house-model', thinking: 'on' }, 16_000],
  ];
  for (const [values, expected] of rows) {
    test(`${JSON.stringify(values)}: ${expected}`, () => {
      assert.equal(resolve({ source: 'setting', values }).maxTokens.value, expected);
    });
  }
});
