import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rowWindow } from '../../../../src/webview/history/runs/rowWindow.ts';

suite('rows that are built, in a window of 400 px with rows of 20 px', () => {
  const cases: Readonly<
    Record<string, { readonly top: number; readonly rows: number; readonly built: readonly [number, number] }>
  > = {
    'no rows': { top: 0, rows: 0, built: [0, 0] },
    'few rows': { top: 100, rows: 5, built: [0, 5] },
    'at the top': { top: 0, rows: 100_000, built: [0, 32] },
    'far below the window': { top: 5_000, rows: 100_000, built: [0, 20] },
    'in the middle': { top: -1_000_000, rows: 100_000, built: [49_988, 50_032] },
    'at the end': { top: 400 - 2_000_000, rows: 100_000, built: [99_968, 100_000] },
    'far above the window': { top: -3_000_000, rows: 100_000, built: [99_980, 100_000] },
  };
  for (const [name, { top, rows, built }] of Object.entries(cases)) {
    test(name, () => {
      const { start, end } = rowWindow(top, 400, 20, rows);
      assert.deepEqual([start, end], built);
    });
  }
});
