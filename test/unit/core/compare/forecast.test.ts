import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectableDifference } from '../../../../src/core/compare/detectable.ts';
import { forecastOf, type RunOutlook } from '../../../../src/core/compare/forecast.ts';
import { planComparison } from '../../../../src/core/compare/plan.ts';
import { priceOf } from '../../../../src/core/request/prices.ts';

const plan = planComparison({
  arms: ['A', 'B'],
  inputs: ['short', 'long'],
  runs: 10,
  looks: 2,
  pairing: 'with-first',
  seed: 1,
});

// $5 a million tokens in, $25 out.
const price = priceOf('claude-opus-5');

const outlook = (arm: string, input: string): RunOutlook => ({
  inputTokens: input === 'short' ? 100 : 300,
  maxTokens: arm === 'A' ? 1_000 : 500,
  price,
  usualMs: arm === 'A' ? 2_000 : 1_500,
});

test('runs, tokens, money and time up to the first look', () => {
  // Five blocks each of 1,700 and 2,100 tokens, and at most three more of the longer ones.
  const input = 5 * 200 + 5 * 600 + 3 * 600;
  const output = 13 * 1_500;
  assert.deepEqual(forecastOf(plan, 0, outlook, null), {
    runs: 20,
    tokensAtMost: input + output,
    costAtMost: forecastOf(plan, 0, outlook, null).costAtMost,
    timeMs: 35_000,
    timeUnknownOf: [],
    detectable: null,
  });
  const { costAtMost } = forecastOf(plan, 0, outlook, null);
  assert.equal(costAtMost?.toFixed(6), ((5 * input + 25 * output) / 1e6).toFixed(6));
});

test('the second look holds the runs of the first', () => {
  const { runs, timeMs } = forecastOf(plan, 1, outlook, null);
  assert.deepEqual([runs, timeMs], [40, 70_000]);
});

test('what is not known is not guessed', () => {
  const unknown = (arm: string, input: string): RunOutlook =>
    arm === 'B' ? { ...outlook(arm, input), price: null, usualMs: null } : outlook(arm, input);
  const { costAtMost, timeMs, timeUnknownOf } = forecastOf(plan, 0, unknown, null);
  assert.deepEqual([costAtMost, timeMs, timeUnknownOf], [null, 20_000, ['B']]);
  const nothing = forecastOf(plan, 0, (...of) => ({ ...outlook(...of), usualMs: null }), null);
  assert.deepEqual([nothing.timeMs, nothing.timeUnknownOf], [null, ['A', 'B']]);
});

test('more runs find smaller differences, more arms need larger ones', () => {
  const { detectable: first } = forecastOf(plan, 0, outlook, 200);
  const { detectable: second } = forecastOf(plan, 1, outlook, 200);
  const three = planComparison({ ...plan, arms: ['A', 'B', 'C'] });
  const { detectable: ofThree } = forecastOf(three, 0, outlook, 200);
  // (2.178 + 0.842) × 200 × √(2/10 × π/3)
  assert.equal(Math.round(first ?? 0), 276);
  assert.equal(first, detectableDifference(200, 10, 0.0294));
  assert.equal(((first ?? 0) / (second ?? 0)).toFixed(6), Math.SQRT2.toFixed(6));
  assert.ok((ofThree ?? 0) > (first ?? 0));
});
