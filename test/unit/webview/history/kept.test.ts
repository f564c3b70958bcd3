import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isKept, nothingKept } from '../../../../src/webview/history/kept.ts';

suite('what VS Code gives back', () => {
  const cases: readonly (readonly [unknown, boolean])[] = [
    [nothingKept, true],
    [{ ...nothingKept, list: 'list-1', scrollTop: 700, table: true }, true],
    [undefined, false],
    [null, false],
    ['', false],
    [{}, false],
    [{ ...nothingKept, list: 7 }, false],
    [{ ...nothingKept, scrollTop: '700' }, false],
    [{ ...nothingKept, table: null }, false],
    [{ ...nothingKept, versions: undefined }, false],
    [{ ...nothingKept, allVersions: 1 }, false],
  ];
  for (const [value, fits] of cases) {
    test(`${JSON.stringify(value)} ${fits ? 'fits' : 'does not fit'}`, () =>
      assert.equal(isKept(value), fits));
  }
});
