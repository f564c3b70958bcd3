import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type ComparisonChoice,
  planComparison,
  replacementBlock,
  replacementLimit,
} from '../../../../src/core/compare/plan.ts';

const choice: ComparisonChoice = {
  arms: ['A', 'B'],
  inputs: ['short', 'long', 'odd'],
  runs: 10,
  looks: 2,
  pairing: 'with-first',
  seed: 7,
};

suite('blocks at each look, over so many inputs', () => {
  const table: readonly (readonly [
    runs: 5 | 10 | 20,
    inputs: number,
    looks: 1 | 2,
    blocksAt: readonly number[],
  ])[] = [
    [5, 1, 2, [5, 15]],
    [10, 1, 1, [10]],
    [10, 1, 2, [10, 20]],
    [20, 1, 2, [20, 30]],
    [10, 3, 2, [12, 24]],
    [5, 7, 2, [7, 21]],
  ];
  for (const [runs, count, looks, blocksAt] of table) {
    test(`n = ${runs}, ${count} inputs, ${looks} looks`, () => {
      const inputs = Array.from({ length: count }, (_, at) => `input ${at}`);
      const plan = planComparison({ ...choice, runs, inputs, looks });
      assert.deepEqual([plan.blocksAt, plan.blocks.length], [blocksAt, blocksAt.at(-1)]);
    });
  }
});

test('each block has every arm once, each round every input once', () => {
  const { blocks } = planComparison({ ...choice, arms: ['A', 'B', 'C'] });
  assert.deepEqual(
    blocks.map(({ id, arms }) => [id, arms.toSorted()]),
    blocks.map((_, id) => [id, ['A', 'B', 'C']]),
  );
  for (let round = 0; round < 8; round++) {
    assert.deepEqual(
      blocks
        .slice(3 * round, 3 * round + 3)
        .map(({ input }) => input)
        .toSorted(),
      ['long', 'odd', 'short'],
    );
  }
});

test('the seed decides the order, and nothing else does', () => {
  assert.deepEqual(planComparison(choice), planComparison({ ...choice }));
  assert.notDeepEqual(planComparison(choice).blocks, planComparison({ ...choice, seed: 8 }).blocks);
});

test('over many seeds each order of three arms is about as frequent as any other, in every block', () => {
  for (const block of [0, 1, 5]) {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed++) {
      const plan = planComparison({ ...choice, arms: ['A', 'B', 'C'], runs: 5, seed });
      const order = plan.blocks[block]?.arms.join('') ?? '';
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    // 1,000 each; the standard deviation is 29.
    for (const [order, count] of counts) assert.ok(Math.abs(count - 1_000) < 120, `${order}: ${count}`);
  }
});

test('a replacement has a new id, the same input, and an order of its own', () => {
  const plan = planComparison(choice);
  const replaced = plan.blocks[4] ?? assert.fail();
  const orders = new Set<string>();
  for (let number = 0; number < 20; number++) {
    const block = replacementBlock(plan, replaced, number);
    assert.deepEqual(
      [block.id, block.input, block.arms.toSorted()],
      [plan.blocks.length + number, replaced.input, ['A', 'B']],
    );
    orders.add(block.arms.join(''));
  }
  assert.deepEqual([...orders].toSorted(), ['AB', 'BA']);
});

test('one block in four may be replaced', () => {
  const plan = planComparison(choice);
  assert.deepEqual([plan.blocksAt, replacementLimit(plan, 0), replacementLimit(plan, 1)], [[12, 24], 3, 6]);
});
