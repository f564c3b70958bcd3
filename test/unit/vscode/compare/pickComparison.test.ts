import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { comparisonItem } = await import('../../../../src/vscode/compare/pickComparison.ts');

const runs = [0, 1, 2, 3, 4].flatMap((block) => [armRun('A', block, {}), armRun('B', block, {})]);

const cases: readonly (readonly [made: number, look: number, simulated: boolean, detail: string])[] = [
  [10, 0, false, '10 runs'],
  [10, 0, true, '10 runs · simulated'],
  [7, 0, false, '7 of 10 runs'],
  [10, 1, true, '10 of 30 runs · simulated'],
];

for (const [made, look, simulated, detail] of cases) {
  test(`the list of comparisons tells ${detail}`, () => {
    const outcome = { look, simulated, runs: runs.slice(0, made) };
    const item = comparisonItem(sampleComparison({ runs: 5, outcome }));
    assert.equal(item.label, 'greet.prompt.md');
    assert.equal(item.detail, `A: claude-haiku-5-5 · B: claude-sonnet-5-5 · ${detail}`);
  });
}
