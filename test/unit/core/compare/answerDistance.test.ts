import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answerDistance, compareAnswers } from '../../../../src/core/compare/answerDistance.ts';

suite('the distance of two texts', () => {
  const rows: readonly (readonly [string, string, number])[] = [
    ['', '', 0],
    ['The Rhine.', '', 1],
    ['The Rhine.', 'the  rhine', 0],
    ['one two', 'three four', 1],
    // Words: 1 of 1; pairs of words: none of 1.
    ['one two', 'one', 0.5],
    // The same words in another order share no pair.
    ['one two three', 'three two one', 0.4],
    ['Wörter zählen', 'wörter zählen!', 0],
  ];
  for (const [a, b, distance] of rows) {
    test(`“${a}” and “${b}”`, () => {
      assert.equal(Number(answerDistance(a, b).toFixed(4)), distance);
      assert.equal(answerDistance(b, a), answerDistance(a, b));
    });
  }
});

const variants = [
  'The invoice was paid twice.',
  'The invoice of March was paid twice.',
  'It was paid twice, the invoice.',
  'An invoice was paid two times.',
  'The March invoice: paid twice.',
];

test('answers that vary as much as the first arm’s own differ no more', () => {
  const compared = compareAnswers([variants], [variants.toReversed()]);
  assert.ok(compared !== null && compared.between <= compared.own, JSON.stringify(compared));
  assert.deepEqual([compared.identical, compared.differMore], [false, false]);
});

test('answers of another kind differ more', () => {
  const other = Array.from({ length: 5 }, (_, at) => `Please call us about case ${at}, thanks.`);
  const compared = compareAnswers([variants], [other]);
  assert.deepEqual([compared?.identical, compared?.differMore, compared?.between], [false, true, 1]);
});

test('the same to the letter, input by input', () => {
  const same = [Array(3).fill('One.'), Array(3).fill('Two.')];
  assert.deepEqual(compareAnswers(same, same), {
    own: 0,
    between: 0,
    identical: true,
    same: 1,
    differMore: false,
  });
  const [first = [], second = []] = same;
  assert.equal(compareAnswers(same, [second, first])?.differMore, true);
});

test('of fewer than five answers nothing is said', () => {
  assert.equal(compareAnswers([variants.slice(1)], [variants]), null);
  assert.equal(compareAnswers([variants], [variants.slice(1)]), null);
});
