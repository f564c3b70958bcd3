import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noKey } from '../../../../src/adapters/claude/failures.ts';
import { retryAfterOf, retryDelayMs } from '../../../../src/adapters/claude/retry.ts';

const epoch = Date.parse('2026-11-20T12:00:00Z');

const headers: readonly (readonly [ms: string | null, after: string | null, number | null])[] = [
  [null, null, null],
  ['250', null, 250],
  ['250.5', '7', 250.5],
  ['x', '7', 7000],
  [null, '7', 7000],
  [null, '0.5', 500],
  [null, '0', 0],
  [null, '-3', 0],
  [null, 'Fri, 20 Nov 2026 12:00:05 GMT', 5000],
  [null, 'Fri, 20 Nov 2026 11:59:00 GMT', 0],
  [null, 'soon', null],
  [null, '', null],
];

for (const [ms, after, expected] of headers) {
  test(`retry-after-ms ${ms}, retry-after ${after}: ${expected} ms`, () =>
    assert.equal(retryAfterOf(ms, after, epoch), expected));
}

const delays: readonly (readonly [
  retryable: boolean,
  after: number | null,
  attempt: number,
  random: number,
  expected: number | null,
])[] = [
  [false, null, 1, 0, null],
  [false, 100, 1, 0, null],
  [true, null, 1, 0, 500],
  [true, null, 2, 0, 1000],
  [true, null, 5, 0, 8000],
  [true, null, 50, 0, 8000],
  [true, null, 1, 1, 375],
  [true, 1200, 1, 1, 1200],
  [true, 60_000, 1, 0, 60_000],
  [true, 60_001, 1, 0, null],
  [true, 0, 2, 0, 1000],
];

for (const [retryable, retryAfterMs, attempt, random, expected] of delays) {
  const name = `attempt ${attempt}, retryable ${retryable}, asked ${retryAfterMs}, random ${random}: ${expected} ms`;
  test(name, () => {
    const failure = { ...noKey, kind: 'overloaded', retryable, retryAfterMs } as const;
    assert.equal(
      retryDelayMs(failure, attempt, () => random),
      expected,
    );
  });
}
