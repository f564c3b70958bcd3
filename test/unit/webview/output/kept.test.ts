import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isKept, nothingKept } from '../../../../src/webview/output/kept.ts';

suite('what VS Code gives back', () => {
  const cases: readonly (readonly [unknown, boolean])[] = [
    [nothingKept, true],
    [
      { ...nothingKept, runId: 'run-1', scrollTop: 700, open: ['details', 'request'], language: 'curl' },
      true,
    ],
    [undefined, false],
    [null, false],
    ['', false],
    [{}, false],
    [{ ...nothingKept, runId: 7 }, false],
    [{ ...nothingKept, scrollTop: '700' }, false],
    [{ ...nothingKept, follows: null }, false],
    [{ ...nothingKept, raw: 1 }, false],
    [{ ...nothingKept, open: 'details' }, false],
    [{ ...nothingKept, open: ['details', 'runs'] }, false],
    [{ ...nothingKept, language: 'perl' }, false],
  ];
  for (const [value, fits] of cases) {
    test(`${JSON.stringify(value)} ${fits ? 'fits' : 'does not fit'}`, () =>
      assert.equal(isKept(value), fits));
  }
});
