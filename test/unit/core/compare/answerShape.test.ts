import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answersOfArm, structureChange } from '../../../../src/core/compare/answerShape.ts';

test('length and JSON of an arm’s answers', () => {
  const answers = ['{"a": 1}', ' [1] ', '```json\n{}\n```', '"text"', '{"a": ', '👍'];
  const { lengthSpread, ...rest } = answersOfArm(answers);
  assert.deepEqual(rest, { answers: 6, length: 6, json: 2 });
  // Of 1, 5, 6, 6, 8, 14 the quartiles are 5.25 and 7.5; those of a normal distribution are 1.349 of its σ apart.
  assert.ok(Math.abs((lengthSpread ?? 0) - 2.25 / 1.349) < 1e-9);
  assert.deepEqual(answersOfArm([]), { answers: 0, length: null, lengthSpread: null, json: 0 });
});

/** A value in so many objects, each under the key `a` of the next. */
function nested(levels: number, value: string | number): string {
  return `${'{"a": '.repeat(levels)}${JSON.stringify(value)}${'}'.repeat(levels)}`;
}

suite('the JSON of b against that of a', () => {
  const rows: readonly (readonly [
    name: string,
    a: readonly string[],
    b: readonly string[],
    lacking: readonly string[] | null,
    added?: readonly string[],
  ])[] = [
    ['no JSON in an arm', ['{}'], ['Yes.'], null],
    ['the same keys in another order', ['{"a": 1, "b": 2}'], ['{"b": 3, "a": 4}'], [], []],
    ['a key that is gone', ['{"a": 1, "b": 2}'], ['{"a": 1}', '{"a": 1, "b": 2}'], ['/b number 1'], []],
    ['a key that is new', ['{"a": 1}'], ['{"a": 1, "c": null}'], [], ['/c null 1']],
    ['another type', ['{"a": 1}'], ['{"a": "1"}'], ['/a number 1'], ['/a string 1']],
    ['what varies in a is no difference', ['{"a": 1}', '{"a": 1, "b": 2}'], ['{"a": 1}'], [], []],
    ['inside lists', ['[{"a": 1}, {"a": 2}]'], ['[{"a": 1, "b": true}]'], [], ['/*/b boolean 1']],
    [
      'a slash in a key',
      ['{"a/b": 1}'],
      ['{"a": {"b": 1}}'],
      ['/a~1b number 1'],
      ['/a object 1', '/a/b number 1'],
    ],
    [
      'more than can be looked through',
      [
        JSON.stringify(
          Array(1_100)
            .fill(0)
            .map((_, at) => ({ [`k${at}`]: at })),
        ),
      ],
      ['[]'],
      null,
    ],
    [
      'eight levels down',
      [nested(8, 'x')],
      [nested(8, 0)],
      ['/a/a/a/a/a/a/a/a string 1'],
      ['/a/a/a/a/a/a/a/a number 1'],
    ],
    ['nine levels down is not looked at', [nested(9, 'x')], [nested(9, 0)], [], []],
    ['what is no JSON does not count', ['{"a": 1}', 'Sorry.'], ['{"a": 1}', 'No.'], [], []],
  ];
  for (const [name, a, b, lacking, added] of rows) {
    test(name, () => {
      const shown = (places: readonly { path: string; type: string; answers: number }[]) =>
        places.map(({ path, type, answers }) => `${path} ${type} ${answers}`);
      const change = structureChange(a, b);
      assert.deepEqual(
        change === null ? null : { lacking: shown(change.lacking), added: shown(change.added) },
        lacking === null ? null : { lacking, added },
      );
    });
  }
});
