import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Finding, RuleId } from '../../../../src/core/hints/finding.ts';
import { marked, strongestFirst } from '../../../../src/vscode/hints/marks.ts';

const text = 'Please note that  it is very long.';

function finding(rule: RuleId, savedTokens: number, more: Partial<Finding> = {}): Finding {
  const base = {
    tier: 'safe',
    scope: 'span',
    start: 0,
    end: 6,
    replacement: '',
    insertions: [],
    data: {},
  } as const;
  return { ...base, rule, savedTokens, ...more };
}

const wordy = finding('PT01', 2);
const wordier = finding('PT02', 5, { start: 7, end: 11 });
const later = finding('PT07', 2, { start: 24, end: 28 });
const repeated = finding('PT11', 2, { start: 29, end: 33 });
const wordLimit = finding('PT21', 0, { tier: 'advice', replacement: null, start: 29, end: 33 });
const noLength = finding('PT22', 0, { tier: 'advice', scope: 'document', replacement: null });
const spaces = finding('PT17', 9, { start: 16, end: 18 });
const all = [wordy, wordier, spaces, later, repeated, wordLimit, noLength];

test('strongest first: the answer’s length, then the saving, then structure before wording, then the place', () => {
  assert.deepEqual(
    strongestFirst(all.toReversed()).map(({ rule }) => rule),
    ['PT22', 'PT21', 'PT17', 'PT02', 'PT11', 'PT01', 'PT07'],
  );
});

suite('of those marks at most', () => {
  const rows: Readonly<Record<number, readonly RuleId[]>> = {
    0: [],
    1: ['PT21'],
    3: ['PT21', 'PT02', 'PT11'],
    20: ['PT21', 'PT02', 'PT11', 'PT01', 'PT07'],
  };
  for (const [maximum, rules] of Object.entries(rows)) {
    test(maximum, () => {
      assert.deepEqual(
        marked(all, text, Number(maximum)).map(({ rule }) => rule),
        rules,
      );
    });
  }
});
