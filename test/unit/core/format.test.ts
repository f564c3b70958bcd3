import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  formatAge,
  formatBytes,
  formatCost,
  formatEstimate,
  formatMs,
  formatRate,
  formatSaving,
  formatSeconds,
  formatTokens,
} from '../../../src/core/format.ts';

function table(
  name: string,
  format: (value: number | null, locale?: string) => string,
  rows: readonly (readonly [number | null, string])[],
): void {
  suite(name, () => {
    for (const [value, expected] of rows) {
      test(`${value} is ${expected}`, () => assert.equal(format(value), expected));
    }
  });
}

table('seconds', formatSeconds, [
  [null, '–'],
  [0, '0 ms'],
  [43.4, '43 ms'],
  [99.4, '99 ms'],
  [99.6, '0.10 s'],
  [620, '0.62 s'],
  [994, '0.99 s'],
  [995, '1.0 s'],
  [6_100, '6.1 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [43_000, '43 s'],
  [59_499, '59 s'],
  [59_500, '1 min 0 s'],
  [72_000, '1 min 12 s'],
  [119_600, '2 min 0 s'],
  [-4_200, '-4.2 s'],
  [-72_000, '-1 min 12 s'],
]);

table('milliseconds', formatMs, [
  [null, '–'],
  [143.2, '143 ms'],
  [1_234, '1,234 ms'],
]);

table('tokens', formatTokens, [
  [null, '–'],
  [0, '0'],
  [1_167, '1,167'],
]);

table('estimate', formatEstimate, [
  [null, '–'],
  [412, '≈ 412'],
  [12_400, '≈ 12,400'],
]);

table('saving', formatSaving, [
  [null, '–'],
  [0, '≈ 0'],
  [38, '≈ −38'],
  [1_240, '≈ −1,240'],
  [-8, '≈ +8'],
]);

table('cost', formatCost, [
  [null, '–'],
  [0, '$0'],
  [0.0005, '$0.0005'],
  [0.000_512, '$0.00051'],
  [0.0099, '$0.0099'],
  [0.009_96, '$0.01'],
  [0.05, '$0.05'],
  [1.2, '$1.20'],
  [1_234.5, '$1,234.50'],
]);

table('rate', formatRate, [
  [null, '–'],
  [8.44, '8.4'],
  [9.96, '10'],
  [150.4, '150'],
]);

table('bytes', formatBytes, [
  [null, '–'],
  [812, '812 B'],
  [1_000, '1.0 KB'],
  [12_000, '12 KB'],
  [1_258_291, '1.2 MB'],
  [1_000 * 1_024 ** 3, '1,000 GB'],
]);

suite('age', () => {
  const minute = 60_000;
  const rows: readonly (readonly [ms: number, age: string])[] = [
    [-1, '0m'],
    [0, '0m'],
    [59_999, '0m'],
    [minute, '1m'],
    [59.9 * minute, '59m'],
    [60 * minute, '1h'],
    [23.9 * 60 * minute, '23h'],
    [24 * 60 * minute, '1d'],
    [400 * 24 * 60 * minute, '400d'],
  ];
  for (const [ms, age] of rows) test(`${ms} ms is ${age}`, () => assert.equal(formatAge(ms), age));
});

test('numbers follow the locale', () => {
  assert.deepEqual(
    [formatTokens(1_167, 'de-DE'), formatSeconds(6_100, 'de-DE'), formatCost(0.0005, 'de-DE')],
    ['1.167', '6,1 s', '0,0005\u{a0}$'],
  );
});
