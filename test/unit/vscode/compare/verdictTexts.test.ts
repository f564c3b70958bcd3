import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArmRun, ArmRunNumbers, Comparison } from '../../../../src/core/compare/comparison.ts';
import { seededRandom } from '../../../../src/core/random.ts';
import { armRun, type ComparisonFacts, sampleComparison } from '../../../support/comparisons.ts';

const { verdictViews } = await import('../../../../src/vscode/compare/views/verdictTexts.ts');
const { factTexts } = await import('../../../../src/vscode/compare/views/factTexts.ts');

type NumbersOf = (block: number, noise: number) => Partial<ArmRunNumbers>;

/** A comparison whose arms have these numbers in each block; the noise is from −1 to 1 and the same every time. */
function made(blocks: number, arms: readonly NumbersOf[], facts: ComparisonFacts = {}): Comparison {
  const random = seededRandom(4);
  const runs = Array.from({ length: blocks }, (_, block) =>
    arms.map((numbersOf, at) => {
      const numbers = numbersOf(block, 2 * random() - 1);
      return armRun(String.fromCharCode(65 + at), block, numbers, endOf(facts, at, block));
    }),
  ).flat();
  return sampleComparison({ arms: arms.map(() => ({})), ...facts, outcome: { runs, ...facts.outcome } });
}

function endOf({ startedAt }: ComparisonFacts, arm: number, block: number): Partial<ArmRun> {
  return startedAt === 1 && arm === 1 && block < 3 ? { endState: 'max-tokens' } : {};
}

function withRuns(comparison: Comparison, more: readonly ArmRun[]): Comparison {
  const { outcome } = comparison;
  return { ...comparison, outcome: { ...outcome, runs: [...outcome.runs, ...more] } };
}

const ttlt =
  (middle: number, spread: number): NumbersOf =>
  (_, noise) => ({ ttlt: middle + spread * noise });

const said: Readonly<Record<string, readonly [Comparison, readonly string[]]>> = {
  'a shown difference': [
    made(10, [ttlt(6_000, 200), ttlt(1_900, 100)]),
    ['B is faster: TTLT −4.1 s (97 %: −4.2 s … −4.0 s), 10 runs each. On one input.'],
  ],
  'a small one': [
    made(10, [ttlt(6_000, 5), ttlt(5_982, 5)]),
    ['B is faster, but hardly: TTLT −17 ms (97 %: −21 ms … −14 ms), 10 runs each. On one input.'],
  ],
  'the other way round': [
    made(10, [ttlt(1_900, 100), ttlt(6_000, 200)]),
    ['B is slower: TTLT +4.1 s (97 %: +4.0 s … +4.3 s), 10 runs each. On one input.'],
  ],
  'no difference': [
    made(10, [ttlt(2_000, 300), ttlt(2_000, 300)]),
    [
      'No difference shown: B is between 0.17 s faster and 0.26 s slower (97 %), 10 runs each. A difference of about 0.13 s would often be missed. On one input.',
    ],
  ],
  'too few runs': [
    made(5, [ttlt(6_000, 200), ttlt(1_900, 100)], { runs: 5 }),
    ['Not enough runs to tell: B TTLT −4.0 s, 5 runs each. On one input.'],
  ],
  'answers that were cut': [
    made(10, [ttlt(6_000, 200), ttlt(1_900, 100)], { startedAt: 1 }),
    [
      'Not comparable: A ended as Complete in 10 of 10; B as Complete in 7 of 10, Cut at max tokens in 3 of 10. An answer that is not whole is never a faster answer. On one input.',
    ],
  ],
  'three arms': [
    made(20, [ttlt(6_000, 200), ttlt(1_900, 100), ttlt(6_000, 200)], {
      runs: 20,
      arms: ['HEAD · Haiku 5.5', 'as it stands · Haiku 5.5', 'HEAD · Opus 5'].map((label) => ({ label })),
    }),
    [
      'B (as it stands · Haiku 5.5) is faster: TTLT −4.1 s (98.5 %: −4.2 s … −4.0 s), 20 runs each. On one input.',
      'No difference shown: C (HEAD · Opus 5) is between 0.15 s faster and 88 ms slower (98.5 %), 20 runs each. A difference of about 0.14 s would often be missed. On one input.',
    ],
  ],
  'three arms of which one was cut': [
    made(10, [ttlt(6_000, 200), ttlt(1_900, 100), ttlt(1_900, 100)], { startedAt: 1 }),
    [
      'Not comparable: A (claude-haiku-5-5) ended as Complete in 10 of 10; B (claude-haiku-5-5) as Complete in 7 of 10, Cut at max tokens in 3 of 10. An answer that is not whole is never a faster answer. On one input.',
      'C (claude-haiku-5-5) is faster: TTLT −4.1 s (98.5 %: −4.3 s … −3.9 s), 10 runs each. On one input.',
    ],
  ],
  'one arm': [
    made(20, [ttlt(1_900, 100)], { runs: 20 }),
    ['TTLT 1.9 s (95.8 %: 1.9 s … 1.9 s), 20 runs, standard deviation about 58 ms, p95 2.0 s, $0.001 a run.'],
  ],
  'one arm, of which some runs read a cache and do not count': [
    withRuns(
      made(5, [ttlt(1_900, 100)], { runs: 5 }),
      [5, 6, 7, 8, 9, 10].map((block) =>
        armRun('A', block, { ttlt: 9_000, cost: 0.9 }, { cacheReadTokens: 4_000 }),
      ),
    ),
    [
      'TTLT 1.8 s (93.7 %: 1.8 s … 2.0 s), 5 runs, standard deviation about 17 ms, p95 from 20 runs on, $0.001 a run.',
    ],
  ],
  'one arm, few runs': [
    made(5, [ttlt(1_900, 100)], { runs: 5 }),
    [
      'TTLT 1.8 s (93.7 %: 1.8 s … 2.0 s), 5 runs, standard deviation about 17 ms, p95 from 20 runs on, $0.001 a run.',
    ],
  ],
};

suite('what is said of', () => {
  for (const [name, [comparison, sentences]] of Object.entries(said)) {
    test(name, () =>
      assert.deepEqual(
        verdictViews(comparison).map(({ text }) => text),
        sentences,
      ),
    );
  }
});

test('further facts: where the time was lost, what is shorter and cheaper', () => {
  const comparison = made(10, [
    (_, noise) => ({ ttlt: 6_000 + 50 * noise, 'output-tokens': 812, cost: 0.0005 }),
    (_, noise) => ({
      ttlt: 1_900 + 50 * noise,
      'output-tokens': 172,
      cost: 0.0002,
      'first-text': 480,
      ttft: 480,
    }),
  ]);
  assert.deepEqual(factTexts(comparison), [
    'Of the −4.1 s: −20 ms until the first token, −4.1 s after it, with −640 output tokens (estimates).',
    'Also observed of B: TTFT −20 ms, 640 output tokens fewer, $0.0003 cheaper a run.',
  ]);
});

test('nothing further is said where nothing is shown', () => {
  assert.deepEqual(factTexts(made(10, [ttlt(2_000, 300), ttlt(2_000, 300)])), []);
});
