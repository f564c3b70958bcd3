import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readYaml } from '../../../src/adapters/readYaml.ts';
import { jsonOf } from '../../../src/core/prompt/dataNode.ts';
import type { Json } from '../../../src/core/request/wireRequest.ts';

const values: readonly (readonly [text: string, value: Json])[] = [
  ['a: &x [1, two]\nb: *x', { a: [1, 'two'], b: [1, 'two'] }],
  ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
  ['a:\n1: true\n', { a: null, 1: true }],
  ['? [a]\n: 1\nb: 2', { b: 2 }],
  ['', null],
];

suite('the value of', () => {
  for (const [text, value] of values) {
    test(JSON.stringify(text), () => {
      const { node, problems } = readYaml(text, 0);
      assert.deepEqual([node === null ? null : jsonOf(node), problems], [value, []]);
    });
  }
});

test('a problem and a value have their places in the document', () => {
  assert.deepEqual(readYaml('a: b', 10).node, {
    kind: 'map',
    entries: [
      {
        key: 'a',
        keySpan: { start: 10, end: 11 },
        value: { kind: 'scalar', value: 'b', span: { start: 13, end: 14 } },
      },
    ],
    span: { start: 10, end: 14 },
  });
  const { node, problems } = readYaml('a: [', 10);
  assert.deepEqual(
    [node, problems.map(({ kind, severity, span }) => ({ kind, severity, span }))],
    [null, [{ kind: 'syntax', severity: 'error', span: { start: 14, end: 14 } }]],
  );
});

/** How many values a node holds, itself included. */
function sizeOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + sizeOf(inner), 1);
}

const doubled = ['a0: &a0 [x, x]'];
for (let i = 1; i <= 30; i++) doubled.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);

for (const [name, text] of [
  ['a list that holds itself twice', 'a: &a [*a, *a]'],
  ['lists that are doubled line by line', doubled.join('\n')],
] as const) {
  test(`${name} comes to an end`, () => {
    const { node } = readYaml(text, 0);
    assert.ok(node !== null && sizeOf(jsonOf(node)) < 1_000);
  });
}
