import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isKept, nothingKept } from '../../../../src/webview/compare/kept.ts';

suite('what VS Code gives back', () => {
  const cases: readonly (readonly [unknown, boolean])[] = [
    [nothingKept, true],
    [{ id: 'comparison-1', scrollTop: 700, runs: true }, true],
    [undefined, false],
    [null, false],
    ['', false],
    [{}, false],
    [{ ...nothingKept, id: 7 }, false],
    [{ ...nothingKept, scrollTop: '700' }, false],
    [{ ...nothingKept, runs: null }, false],
  ];
  for (const [value, fits] of cases) {
    test(`${JSON.stringify(value)} ${fits ? 'fits' : 'does not fit'}`, () =>
      assert.equal(isKept(value), fits));
  }
});
