import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { deletedText, runsText, runsUntilText } = await import(
  '../../../../src/vscode/history/views/runsText.ts'
);

const at = new Date(new Date().getFullYear(), 10, 24, 14, 2).getTime();
const said: readonly (readonly [runs: number, ...words: readonly string[]])[] = [
  [1, '1 run', '1 run, Nov 24, 02:02 PM', '1 run deleted'],
  [2, '2 runs', '2 runs, last Nov 24, 02:02 PM', '2 runs deleted'],
  [1_234, '1,234 runs', '1,234 runs, last Nov 24, 02:02 PM', '1,234 runs deleted'],
];
for (const [runs, ...words] of said) {
  test(`${runs} in words`, () =>
    assert.deepEqual([runsText(runs), runsUntilText(runs, at), deletedText(runs)], words));
}
