import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mergeUsage, noUsage, totalInputTokens, type Usage } from '../../../../src/core/run/usage.ts';
import { messageDelta, opening, play } from './script.ts';

const full: Usage = {
  inputTokens: 1,
  cacheCreationTokens: 2,
  cacheReadTokens: 3,
  outputTokens: 4,
  thinkingTokens: 5,
  webSearchRequests: 6,
  webFetchRequests: 7,
  serviceTier: 'standard',
  speed: 'fast',
};

suite('a later report over an earlier one', () => {
  const zeros: Usage = {
    inputTokens: 0,
    cacheCreationTokens: 0,
    cacheReadTokens: 0,
    outputTokens: 0,
    thinkingTokens: 0,
    webSearchRequests: 0,
    webFetchRequests: 0,
    serviceTier: '',
    speed: '',
  };
  const rows: readonly (readonly [string, Usage, Usage, Usage])[] = [
    ['what it does not say stays', full, noUsage, full],
    ['what it says first counts', noUsage, full, full],
    ['the last wins, nothing is added', full, full, full],
    ['a zero is said', full, zeros, zeros],
    [
      'each count by itself',
      full,
      { ...noUsage, outputTokens: 40, speed: 'standard' },
      { ...full, outputTokens: 40, speed: 'standard' },
    ],
  ];
  for (const [name, earlier, later, expected] of rows) {
    test(name, () => assert.deepEqual(mergeUsage(earlier, later), expected));
  }
});

suite('all input tokens', () => {
  const rows: readonly (readonly [Partial<Usage>, number | null])[] = [
    [{}, null],
    [{ cacheReadTokens: 4_512 }, null],
    [{ inputTokens: 0 }, 0],
    [{ inputTokens: 3, cacheReadTokens: 4_512 }, 4_515],
    [{ inputTokens: 3, cacheCreationTokens: 10, cacheReadTokens: 100 }, 113],
  ];
  for (const [usage, expected] of rows) {
    test(`${JSON.stringify(usage)} is ${expected}`, () => {
      assert.equal(totalInputTokens({ ...noUsage, ...usage }), expected);
    });
  }
});

suite('usage of a run', () => {
  const told = (...reports: readonly Partial<Usage>[]) => {
    const { usage, usageFinal } = play([
      ...opening,
      ...reports.map((report) => messageDelta(2_000, null, report)),
    ]);
    return [usage.inputTokens, usage.outputTokens, usage.thinkingTokens, usageFinal];
  };

  test('the count of the first event is a placeholder', () => assert.deepEqual(told(), [10, 1, null, false]));

  test('cumulative reports replace each other', () => {
    assert.deepEqual(
      told({ outputTokens: 20, thinkingTokens: 5 }, { outputTokens: 20 }, { outputTokens: 33 }),
      [10, 33, 5, true],
    );
  });

  test('a report without the output leaves the placeholder one', () => {
    assert.deepEqual(told({ inputTokens: 12 }), [12, 1, null, false]);
  });

  test('a later report without the output keeps the billed one', () => {
    assert.deepEqual(told({ outputTokens: 20 }, {}), [10, 20, null, true]);
  });
});
