import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlindChoice } from '../../../../src/core/compare/blind.ts';
import { answered } from '../../../support/answered.ts';
import { sampleComparison } from '../../../support/comparisons.ts';

const { blindTexts } = await import('../../../../src/vscode/compare/views/blindTexts.ts');
const { compareView } = await import('../../../../src/vscode/compare/views/compareView.ts');

/** Judgements of as many pairs; the rest are ties. */
function judged(pairs: number, forA: number, forB: number): readonly BlindChoice[] {
  const preferred = (at: number) => (at < forA ? 'A' : at < forA + forB ? 'B' : null);
  return Array.from({ length: pairs }, (_, block) => ({
    block,
    arms: ['A', 'B'],
    preferred: preferred(block),
    neither: false,
  }));
}

const cases: readonly (readonly [pairs: number, forA: number, forB: number, texts: readonly string[]])[] = [
  [0, 0, 0, []],
  [3, 0, 0, ['You preferred neither A nor B in 3 of 3, blind.']],
  [
    10,
    1,
    7,
    [
      'You preferred B in 7 of 10, 2 ties, blind (95 %: 47 … 100 % of the pairs with a preference): that can be chance.',
    ],
  ],
  [
    12,
    11,
    0,
    ['You preferred A in 11 of 12, 1 tie, blind (95 %: 71 … 100 % of the pairs with a preference).'],
  ],
];

for (const [pairs, forA, forB, texts] of cases) {
  test(`${forA} times A and ${forB} times B in ${pairs} pairs`, () => {
    assert.deepEqual(blindTexts(sampleComparison({ outcome: { blind: judged(pairs, forA, forB) } })), texts);
  });
}

test('what was judged is told of a stopped comparison too', () => {
  const model = answered(['a', 'b'], ['c', 'd']);
  const { comparison } = model;
  assert.ok(comparison !== null);
  const outcome = { ...comparison.outcome, blind: judged(2, 2, 0) };
  const { facts } = compareView({ ...model, phase: 'stopped', comparison: { ...comparison, outcome } }, 0);
  assert.deepEqual(
    facts.filter((text) => text.includes('blind')),
    [
      'You preferred A in 2 of 2, blind (95 %: 15 … 100 % of the pairs with a preference): that can be chance.',
    ],
  );
});
