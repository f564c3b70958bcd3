import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { countSentences } from '../../../../src/core/assertions/sentences.ts';

suite('sentences are counted', () => {
  const rows: readonly (readonly [text: string, count: number])[] = [
    ['', 0],
    ['…', 0],
    ['Yes', 1],
    ['One. Two! Three?', 3],
    ['One.Two', 1],
    ['It costs 3.50 today.', 1],
    ['Really?! Yes.', 2],
    ['He said “No.” Then he left.', 2],
    ['**Bold.** Then more.', 2],
    ['Ask Dr. Ito, e.g. by mail.', 1],
    ['It was J. S. Bach.', 1],
    ['Version 2. the next line', 1],
    ['It ends in etc.', 1],
    ['A sentence\nover two lines.', 1],
    ['A paragraph\n\nAnother one', 2],
    ['# Title\nText.', 2],
    ['> A quotation\n> over two lines.', 1],
    ['1. First\n2. Second', 2],
    ['- One. Two.\n- Three', 3],
    ['| a | b |\n| --- | --- |\n| c | d |', 2],
    ['Text.\n\n```js\na. b. c.\n```\n\nMore.', 2],
    ['Text.\n```\nnever closed. Really.', 1],
    ['これは一。これは二。', 2],
  ];
  for (const [text, count] of rows) {
    test(JSON.stringify(text), () => assert.equal(countSentences(text), count));
  }
});
