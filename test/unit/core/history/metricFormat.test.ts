import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  formatDifference,
  formatInUnit,
  type MetricUnit,
} from '../../../../src/core/history/metricFormat.ts';

suite('a number in its unit', () => {
  const rows: readonly (readonly [number | null, MetricUnit, string])[] = [
    [620, 'ms', '0.62 s'],
    [150.4, 'tokens-per-second', '150'],
    [1_167, 'tokens', '1,167'],
    [0.0005, 'dollars', '$0.0005'],
    [3, 'count', '3'],
    [null, 'tokens', '–'],
  ];
  for (const [value, unit, text] of rows) {
    test(`${value} ${unit}`, () => assert.equal(formatInUnit(value, unit, 'en'), text));
  }
});

suite('a difference has its sign', () => {
  const rows: readonly (readonly [number | null, MetricUnit, string])[] = [
    [-1_100, 'ms', '−1.1 s'],
    [38, 'tokens', '+38'],
    [-38, 'tokens', '−38'],
    [0, 'ms', '±0 ms'],
    [-0.4, 'ms', '±0 ms'],
    [0.4, 'tokens', '±0'],
    [-0.0003, 'dollars', '−$0.0003'],
    [0.0003, 'dollars', '+$0.0003'],
    [0, 'dollars', '±$0'],
    [null, 'ms', '–'],
  ];
  for (const [difference, unit, text] of rows) {
    test(`${difference} ${unit}`, () => assert.equal(formatDifference(difference, unit, 'en'), text));
  }
});
