import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { detectableDifference } from '../../../../src/core/compare/detectable.ts';
import { alphaOfPair } from '../../../../src/core/compare/errorRate.ts';
import { judge } from '../../../../src/core/compare/judge.ts';
import type { Measured, MeasuredArm } from '../../../../src/core/compare/measured.ts';
import { type Metric, timeInMs } from '../../../../src/core/compare/metric.ts';
import type { Outcome } from '../../../../src/core/compare/outcome.ts';

const rate: Metric = { kind: 'rate', hardlyBelow: 0 };
const amount: Metric = { kind: 'amount', hardlyBelow: 0 };

const arm = (name: string, values: readonly number[], outcomes: readonly Outcome[] = []): MeasuredArm => ({
  name,
  samples: values.map((value, block) => ({ value, block, input: '' })),
  outcomes,
});

const upFrom = (least: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => least + at);

const measured = (arms: readonly MeasuredArm[], more: Partial<Measured> = {}): Measured => ({
  metric: timeInMs,
  arms,
  looks: 2,
  pairing: 'with-first',
  ...more,
});

const verdictOf = (given: Measured): string | undefined => {
  const [difference] = judge(given).differences;
  return difference?.hardly ? `${difference.verdict}, hardly` : difference?.verdict;
};

suite('verdicts', () => {
  const complete = (count: number): readonly Outcome[] => Array(count).fill('complete');
  const table: Readonly<
    Record<string, readonly [a: readonly number[], b: readonly number[], metric: Metric]>
  > = {
    faster: [upFrom(1_000, 10), upFrom(700, 10), timeInMs],
    slower: [upFrom(700, 10), upFrom(1_000, 10), timeInMs],
    'faster, hardly': [upFrom(1_000, 10), upFrom(951, 10), timeInMs],
    'slower, hardly': [upFrom(400, 10), upFrom(449, 10), timeInMs],
    less: [upFrom(500, 10), upFrom(400, 10), amount],
    more: [upFrom(400, 10), upFrom(500, 10), amount],
    'less, hardly': [upFrom(500, 10), upFrom(480, 10), amount],
    'no-difference-shown': [upFrom(700, 10), upFrom(700, 10).toReversed(), timeInMs],
    'not-enough-runs': [upFrom(1_000, 6), upFrom(700, 6), timeInMs],
  };
  for (const [name, [a, b, metric]] of Object.entries(table)) {
    test(name, () => assert.equal(verdictOf(measured([arm('A', a), arm('B', b)], { metric })), name));
  }
  test('50 ms are more than hardly', () =>
    assert.equal(verdictOf(measured([arm('A', upFrom(400, 10)), arm('B', upFrom(450, 10))])), 'slower'));
  test('a higher rate is faster', () =>
    assert.equal(
      verdictOf(measured([arm('A', upFrom(100, 10)), arm('B', upFrom(150, 10))], { metric: rate })),
      'faster',
    ));

  const ends: Readonly<
    Record<string, readonly [a: readonly Outcome[], b: readonly Outcome[], verdict: string]>
  > = {
    'all complete': [complete(10), complete(10), 'faster'],
    'one of b refused': [complete(10), [...complete(9), 'refusal'], 'not-comparable'],
    'one of b failed an assertion': [complete(10), [...complete(9), 'assertion-failed'], 'not-comparable'],
    'all of both cut': [Array(10).fill('max-tokens'), Array(10).fill('max-tokens'), 'faster'],
    'the same share of both cut': [
      [...complete(8), 'max-tokens', 'max-tokens'],
      [...complete(4), 'max-tokens'],
      'faster',
    ],
    'one of b cut, two of a': [
      [...complete(8), 'max-tokens', 'max-tokens'],
      [...complete(9), 'max-tokens'],
      'not-comparable',
    ],
  };
  for (const [name, [a, b, verdict]] of Object.entries(ends)) {
    test(`${name}: ${verdict}`, () =>
      assert.equal(
        verdictOf(measured([arm('A', upFrom(1_000, 10), a), arm('B', upFrom(700, 10), b)])),
        verdict,
      ));
  }
});

test('the whole of it', () => {
  const a = arm('now', upFrom(1_000, 10), ['complete']);
  const b = arm('shorter', upFrom(700, 10), ['complete']);
  assert.deepEqual(judge(measured([a, b])), {
    arms: [
      {
        name: 'now',
        n: 10,
        median: 1_004.5,
        interval: [1_001, 1_008],
        level: 1 - 22 / 1024,
        p95: null,
        outcomes: [{ outcome: 'complete', runs: 1 }],
      },
      {
        name: 'shorter',
        n: 10,
        median: 704.5,
        interval: [701, 708],
        level: 1 - 22 / 1024,
        p95: null,
        outcomes: [{ outcome: 'complete', runs: 1 }],
      },
    ],
    differences: [
      {
        a: 'now',
        b: 'shorter',
        n: 10,
        estimate: -300,
        interval: [-300, -300],
        level: 1 - 0.0294,
        verdict: 'faster',
        hardly: false,
        detectable: 0,
        inputs: [{ input: '', n: 10, estimate: -300, interval: [-300, -300], level: 1 - 0.0294 }],
      },
    ],
    detectable: 0,
  });
});

test('several arms: with the first or every two, each at its share of the error rate', () => {
  const arms = ['A', 'B', 'C', 'D'].map((name, at) => arm(name, upFrom(1_000 - 100 * at, 10)));
  const rows = (pairing: Measured['pairing']): readonly string[] =>
    judge(measured(arms, { pairing })).differences.map(({ a, b, level }) => `${a}${b} ${level?.toFixed(4)}`);
  assert.deepEqual(rows('with-first'), ['AB 0.9902', 'AC 0.9902', 'AD 0.9902']);
  assert.deepEqual(rows('every-two'), [
    'AB 0.9951',
    'AC 0.9951',
    'BC 0.9951',
    'AD 0.9951',
    'BD 0.9951',
    'CD 0.9951',
  ]);
});

test('a single look may spend the whole error rate', () => {
  const { differences } = judge(
    measured([arm('A', upFrom(1_000, 6)), arm('B', upFrom(700, 6))], { looks: 1 }),
  );
  assert.deepEqual(
    differences.map(({ verdict, level }) => [verdict, level]),
    [['faster', 0.95]],
  );
});

test('one arm is measured, and compared with nothing', () => {
  const { arms, differences, detectable } = judge(measured([arm('A', upFrom(1, 20))]));
  assert.deepEqual(
    [arms.map(({ n, median, interval, p95 }) => [n, median, interval, p95]), differences, detectable],
    [[[20, 10.5, [6, 15], 19.05]], [], null],
  );
});

test('only blocks that have both arms tell a difference', () => {
  const a: MeasuredArm = {
    ...arm('A', []),
    samples: [1, 2, 3].map((block) => ({ value: block, block, input: '' })),
  };
  const b: MeasuredArm = {
    ...arm('B', []),
    samples: [2, 3, 4].map((block) => ({ value: 10, block, input: '' })),
  };
  const { arms, differences } = judge(measured([a, b]));
  assert.deepEqual([arms.map(({ n }) => n), differences.map(({ n }) => n)], [[3, 3], [2]]);
});

test('inputs are told apart, and a large input does not hide what all of them show', () => {
  const inputs = ['short', 'long'];
  const samples = (size: number): MeasuredArm['samples'] =>
    upFrom(0, 12).map((block) => ({
      value: (block % 2 === 0 ? 1_000 : 9_000) - size + block,
      block,
      input: inputs[block % 2] ?? '',
    }));
  const { differences } = judge(
    measured([
      { ...arm('A', []), samples: samples(0) },
      { ...arm('B', []), samples: samples(200) },
    ]),
  );
  assert.deepEqual(
    differences.map(({ estimate, verdict, inputs: by }) => [
      estimate,
      verdict,
      by.map(({ input, n, estimate, level }) => [input, n, estimate, level]),
    ]),
    [
      [
        -200,
        'faster',
        [
          ['short', 6, -200, 1 - 2 / 64],
          ['long', 6, -200, 1 - 2 / 64],
        ],
      ],
    ],
  );
});

test('what so many runs would find follows from how much their differences vary; of several the largest', () => {
  const varied = (step: number) => Array.from({ length: 10 }, (_, block) => 1_000 + step * block);
  const given = measured([arm('A', varied(0)), arm('B', varied(20)), arm('C', varied(10))]);
  const { differences, detectable } = judge(given);
  // The middle half of 0, s, … 9 s is 4.5 s wide.
  const found = (step: number) =>
    detectableDifference(((4.5 * step) / 1.349) * Math.SQRT1_2, 10, alphaOfPair(3, 'with-first', 2));
  assert.deepEqual(
    differences.map((difference) => difference.detectable?.toFixed(6)),
    [20, 10].map((step) => found(step).toFixed(6)),
  );
  assert.equal(detectable, differences[0]?.detectable);
});

test('where one arm has too few runs to show anything, no difference is told that all would find', () => {
  const arms = [arm('A', upFrom(1_000, 10)), arm('B', upFrom(700, 10)), arm('C', upFrom(700, 3))];
  const { differences, detectable } = judge(measured(arms));
  assert.deepEqual([differences.map((difference) => difference.detectable), detectable], [[0, null], null]);
});
