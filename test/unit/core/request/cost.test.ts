import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fallbackCatalogue, isUsable } from '../../../../src/core/request/catalogue.ts';
import { costAtMost, costOf, costPerThousand } from '../../../../src/core/request/cost.ts';
import { parsePriceOverrides, priceOf } from '../../../../src/core/request/prices.ts';
import { noUsage, type Usage } from '../../../../src/core/run/usage.ts';

const usage = (more: Partial<Usage>): Usage => ({ ...noUsage, inputTokens: 0, outputTokens: 0, ...more });

function near(actual: number | null, expected: number): void {
  assert.notEqual(actual, null);
  assert.ok(Math.abs((actual ?? 0) - expected) < 1e-12, `${actual} is not ${expected}`);
}

suite('a million tokens of each kind cost', () => {
  const million = 1_000_000;
  const rows: readonly (readonly [string, Partial<Usage>, number])[] = [
    ['claude-haiku-4-5', { inputTokens: million }, 1],
    ['claude-haiku-4-5', { outputTokens: million }, 5],
    ['claude-haiku-4-5', { cacheReadTokens: million }, 0.1],
    ['claude-haiku-4-5', { cacheCreationTokens: million }, 1.25],
    ['claude-fable-5-2', { inputTokens: million, outputTokens: million }, 48],
    ['claude-opus-5-5', { cacheReadTokens: million }, 0.2],
    ['claude-sonnet-5-5', { cacheReadTokens: million }, 0.1],
    ['claude-haiku-5-5', { inputTokens: 100_000 }, 0.01],
    ['claude-haiku-5-5', { inputTokens: 100_001, outputTokens: million }, 2.550_000_5],
    ['claude-haiku-5-5', { inputTokens: 1, cacheReadTokens: 100_000 }, 0.005_000_5],
  ];
  for (const [id, counts, dollars] of rows) {
    test(`${id} ${JSON.stringify(counts)}: $${dollars}`, () => {
      near(costOf(usage(counts), priceOf(id)), dollars);
    });
  }
});

test('hour-long cache writes cost twice the input, web searches a cent each', () => {
  const written = usage({ cacheCreationTokens: 1_000_000, webSearchRequests: 3 });
  near(costOf(written, priceOf('claude-haiku-4-5'), '1h'), 2.03);
});

test('no cost without a count, a price, or where list prices do not hold', () => {
  const price = priceOf('claude-haiku-5-5');
  assert.deepEqual(
    [
      costOf(noUsage, price),
      costOf(usage({ outputTokens: null }), price),
      costOf(usage({}), null),
      costOf(usage({ speed: 'fast' }), price),
      costOf(usage({ serviceTier: 'priority' }), price),
      costAtMost(1, 1, null),
      costPerThousand(null),
    ],
    [null, null, null, null, null, null, null],
  );
});

test('at most: all input uncached and every token written', () => {
  near(costAtMost(1_000, 4_096, priceOf('claude-haiku-4-5')), 0.001 + 0.020_48);
  near(costAtMost(200_000, 1_000, priceOf('claude-haiku-5-5')), 0.1 + 0.0025);
});

test('a thousand runs', () => near(costPerThousand(0.0005), 0.5));

suite('whose price an id has', () => {
  const { overrides } = parsePriceOverrides({
    'claude-opus-5': { input: 1, output: 2 },
    house: { input: 3, output: 4 },
    'house-large': { input: 5, output: 6, cacheRead: 0 },
  });
  const rows: readonly (readonly [string, number | null])[] = [
    ['claude-opus-5', 1],
    ['claude-opus-5-20260724', 1],
    ['claude-opus-5-5', 4],
    ['claude-haiku-4-5-20251001', 1],
    ['house-small', 3],
    ['house-large-2', 5],
    ['claude-opus-5-6', null],
    ['constructor', null],
    ['gpt-5', null],
  ];
  for (const [id, input] of rows) {
    test(`${id}: ${input}`, () => assert.equal(priceOf(id, overrides)?.input ?? null, input));
  }
});

test('overrides are checked, and the rest of a price follows from its input', () => {
  const read = parsePriceOverrides({
    good: { input: 2, output: 4, cacheRead: 0.5 },
    text: 'cheap',
    half: { input: 1 },
    empty: {},
    negative: { input: -1, output: 1 },
    odd: { input: 1, output: 1, cacheRead: '0' },
  });
  assert.deepEqual(read, {
    overrides: {
      good: { input: 2, output: 4, cacheRead: 0.5, cacheWrite5m: 2.5, cacheWrite1h: 4, long: null },
    },
    problems: [
      { key: 'text', reason: 'not-an-object' },
      { key: 'half', reason: 'output-missing' },
      { key: 'empty', reason: 'input-missing' },
      { key: 'negative', reason: 'not-a-price' },
      { key: 'odd', reason: 'not-a-price' },
    ],
  });
  assert.deepEqual(parsePriceOverrides(undefined), { overrides: {}, problems: [] });
});

test('every usable model of the table has a price, except where none is published', () => {
  const without = fallbackCatalogue.filter((model) => isUsable(model) && priceOf(model.id) === null);
  assert.deepEqual(
    without.map(({ id }) => id),
    ['claude-mythos-5-2'],
  );
});
