import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { verdictLine } from '../../../support/verdictLine.ts';

const ten = (least: number): readonly number[] => Array.from({ length: 10 }, (_, at) => least + at);

const comparison = (more: object = {}, ofB: object = {}): object => ({
  metric: 'ttlt',
  unit: 'ms',
  arms: [
    { name: 'A', samples: ten(1_000) },
    { name: 'B', samples: ten(700), ...ofB },
  ],
  seed: 1,
  ...more,
});

test('one comparison, one line', () => {
  assert.deepEqual(verdictLine(comparison()), {
    arms: [
      { name: 'A', n: 10, median: 1_004.5, interval: [1_001, 1_008], level: 1 - 22 / 1024, p95: null },
      { name: 'B', n: 10, median: 704.5, interval: [701, 708], level: 1 - 22 / 1024, p95: null },
    ],
    differences: [
      {
        a: 'A',
        b: 'B',
        n: 10,
        estimate: -300,
        interval: [-300, -300],
        level: 1 - 0.0294,
        verdict: 'faster',
        hardly: false,
      },
    ],
    detectable: 0,
  });
});

suite('units', () => {
  const table: Readonly<Record<string, string>> = {
    ms: 'faster',
    s: 'faster',
    'tok/s': 'slower',
    tokens: 'less',
    $: 'less',
  };
  for (const [unit, verdict] of Object.entries(table)) {
    test(`${unit}: ${verdict}`, () =>
      assert.deepEqual(
        verdictLine(comparison({ unit })).differences.map((row) => row.verdict),
        [verdict],
      ));
  }
});

test('blocks say which samples belong together, whatever their order', () => {
  const ids = ten(0);
  const mixed = verdictLine(comparison({}, { samples: ten(700).toReversed(), blocks: ids.toReversed() }));
  assert.deepEqual(
    mixed.differences.map(({ n, interval }) => [n, interval]),
    [[10, [-300, -300]]],
  );
});

test('ends and inputs are taken in', () => {
  const sides = (last: string): object => ({
    inputs: ten(0).map((at) => at % 2),
    ends: ten(0).map((at) => (at === 9 ? last : 'complete')),
  });
  const line = verdictLine(
    comparison({
      arms: [
        { name: 'A', samples: ten(1_000), ...sides('complete') },
        { name: 'B', samples: ten(700), ...sides('max-tokens') },
      ],
    }),
  );
  assert.deepEqual(
    line.differences.map(({ verdict, inputs }) => [verdict, inputs?.map(({ input, n }) => [input, n])]),
    [
      [
        'not-comparable',
        [
          ['0', 5],
          ['1', 5],
        ],
      ],
    ],
  );
});

suite('what makes no sense is refused', () => {
  const table: readonly (readonly [value: unknown, says: string])[] = [
    [7, 'a comparison must be an object'],
    [comparison({ unit: null }), '"unit" must be a string'],
    [comparison({ arms: [] }), '"arms" must be a list of at least one arm'],
    [comparison({ looks: 3 }), '"looks" must be 1 or 2'],
    [comparison({ pairs: 'all' }), '"pairs" must be "with-first" or "every-two"'],
    [comparison({ arms: [{ samples: [] }] }), 'an arm needs a "name"'],
    [comparison({}, { samples: [1, null] }), '"samples" of B must be numbers'],
    [comparison({}, { blocks: [1] }), '"blocks" of B must be as many as its samples'],
    [comparison({}, { ends: ten(0) }), '"ends" of B are not of their kind'],
  ];
  for (const [value, says] of table) {
    test(says, () => assert.throws(() => verdictLine(value), { message: says }));
  }
});
