import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { stripView } = await import('../../../../src/vscode/compare/views/runViews.ts');

/** Times in ms, and the labels of the scale that they stand on. */
const scales: readonly (readonly [readonly number[], string])[] = [
  [[1_600, 3_400], '1.5 s · 2.0 s · 2.5 s · 3.0 s · 3.5 s'],
  [[2_912, 3_040], '2.9 s · 3.0 s · 3.1 s'],
  [[2_912, 2_914], '2.9 s · 3.0 s'],
  [[3_000, 3_000], '2.0 s · 3.0 s · 4.0 s'],
  [[12_100, 12_400], '12 s · 13 s'],
  [[400, 460], '0.38 s · 0.40 s · 0.42 s · 0.44 s · 0.46 s · 0.48 s'],
  [[20, 70_000], '0 ms · 20 s · 40 s · 1 min 0 s · 1 min 20 s'],
];

suite('no two ticks of the scale have the same label', () => {
  for (const [times, labels] of scales) {
    test(`${times.join(' … ')} ms`, () => {
      const runs = times.map((ttlt, block) => armRun('A', block, { ttlt }));
      const ticks = stripView(sampleComparison({ outcome: { runs } }))?.ticks ?? [];
      assert.equal(ticks.map(({ label }) => label).join(' · '), labels);
      assert.ok(ticks[0]?.at === 0 && ticks.at(-1)?.at === 100);
    });
  }
});
