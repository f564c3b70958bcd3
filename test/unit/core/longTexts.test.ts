import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { countSentences } from '../../../src/core/assertions/sentences.ts';
import { editMapped, joinMapped } from '../../../src/core/prompt/mappedText.ts';
import { parameterEdit } from '../../../src/core/prompt/parameterEdit.ts';
import { turnsAt } from '../../../src/core/prompt/turns.ts';
import { templateLogic } from '../../../src/core/prompt/variables.ts';

const long = 400_000;

// In time that grows with the square of the length each of these takes minutes.
suite('a text of any length is read in proportion to it', () => {
  test('a line of blanks before what is no role', () => {
    const text = `${' '.repeat(long)}- user:`;
    const { messages } = turnsAt(text, 0, 'blocks', 'user');
    assert.deepEqual(
      messages.map((message) => message.text.text),
      [text],
    );
  });

  test('bars behind braces that are never closed', () => {
    assert.deepEqual(templateLogic(`{{${'|'.repeat(long)}`, 0), []);
  });

  test('a row of points that ends no sentence', () => {
    assert.equal(countSentences(`${'.'.repeat(long)}x`), 1);
  });

  test('a word before a point that may end a sentence', () => {
    assert.equal(countSentences(`${'a'.repeat(long)}) . B`), 2);
  });

  test('a word before a value', () => {
    const before = `${'a'.repeat(long)} [`;
    const span = { start: before.length, end: before.length + 1 };
    const place = { name: 'model', value: 'x', source: 'front-matter', span } as const;
    assert.deepEqual(parameterEdit(`${before}x]`, place, 'y'), { ...span, text: 'y' });
  });

  test('indentation taken from many lines that have their ends escaped', () => {
    const lines = Array.from({ length: long / 5 }, (_, i) => [
      { text: '  a', pieces: [{ kind: 'same', at: 0, length: 3, start: 5 * i, end: 5 * i + 3 }] } as const,
      {
        text: '\n',
        pieces: [{ kind: 'escape', at: 0, length: 1, start: 5 * i + 3, end: 5 * i + 5 }],
      } as const,
    ]);
    const mapped = joinMapped(lines.flat());
    const blanks = lines.map((_, i) => ({ start: 4 * i, end: 4 * i + 2, text: '' }));
    const { text, pieces } = editMapped(mapped, blanks);
    assert.equal(text, 'a\n'.repeat(lines.length));
    assert.deepEqual(pieces.at(-2), {
      kind: 'same',
      at: text.length - 2,
      length: 1,
      start: long - 3,
      end: long - 2,
    });
  });
});
