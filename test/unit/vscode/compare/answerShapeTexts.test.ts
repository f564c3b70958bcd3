import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answered } from '../../../support/answered.ts';

const { answerShapeTexts } = await import('../../../../src/vscode/compare/views/answerShapeTexts.ts');

suite('the shape of answers', () => {
  test('prose tells its length alone', () => {
    const model = answered(Array(5).fill('The Rhine and the Po.'), Array(5).fill('The Rhine.'));
    assert.deepEqual(answerShapeTexts(model), [
      'Median length of the answers in characters: A 21 (±0), B 10 (±0).',
    ]);
  });

  test('JSON tells whether it is valid and built alike', () => {
    const b = ['{"a":1}', '{"a":1,"b":"x"}', '{"a":1,"b":"x","c":[]}', '{"a":1', '{"a":1,"b":"x"}'];
    assert.deepEqual(answerShapeTexts(answered(Array(5).fill('{"a":1,"b":"x"}'), b)).slice(1), [
      'Answers that are valid JSON: A 5/5, B 4/5.',
      'B’s JSON lacks what A’s always has: /b (string) in 1.',
      'B’s JSON has what A’s never has: /c (array) in 1.',
    ]);
  });

  test('the same structure is said too', () => {
    const model = answered(Array(5).fill('{"a":1}'), Array(5).fill('{"a":2}'));
    assert.equal(answerShapeTexts(model).at(-1), 'The JSON of B is built as that of A.');
  });

  test('nothing without answers', () => {
    assert.deepEqual(answerShapeTexts({ ...answered(['x'], ['y']), answers: new Map() }), []);
  });
});
