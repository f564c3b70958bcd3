import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchWithin } from '../../src/adapters/matchWithin.ts';
import { TooSlow } from '../../src/core/assertions/tooSlow.ts';

test('a regular expression matches as everywhere', () => {
  const matches = matchWithin();
  const rows = [
    ['^The', 'The Rhine'],
    ['^Rhine', 'The Rhine'],
    ['^Rhine', 'The\nRhine'],
    ['\\p{Lu}\\w+$', 'The Rhine'],
    ['^.$', '👍'],
  ] as const;
  assert.deepEqual(
    rows.map(([source, text]) => matches(source, text)),
    [true, false, false, true, true],
  );
});

test('one that backtracks without end is given up, and so is what comes after it', () => {
  const matches = matchWithin();
  assert.throws(() => matches('^(a+)+$', `${'a'.repeat(60)}!`), TooSlow);
  assert.throws(() => matches('a', 'a'), TooSlow);
  assert.equal(matchWithin()('a', 'a'), true);
});
