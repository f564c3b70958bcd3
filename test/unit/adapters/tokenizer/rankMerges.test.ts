import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergesOf, type RankedToken, tokensOf } from '../../../../src/adapters/tokenizer/rankMerges.ts';

const bytes = Array.from(
  { length: 256 },
  (_, byte): RankedToken => (byte < 128 ? String.fromCharCode(byte) : [byte]),
).reverse();

const tables: Readonly<Record<string, readonly RankedToken[]>> = {
  'no merges': [],
  words: ['th', 'the', ' t', ' the', 'he'],
  'a letter of two bytes': ['é', 'né'],
  'half a letter': [[0xe6, 0x97], '日'],
  'a byte order mark': [
    [0xef, 0xbb],
    [0xef, 0xbb, 0xbf],
    [0xef, 0xbb, 0xbf, 0x2f],
  ],
};

for (const [name, merged] of Object.entries(tables)) {
  test(`the ranks come out as they went in: ${name}`, () => {
    assert.deepEqual(tokensOf(mergesOf([...bytes, ...merged])), [...bytes, ...merged]);
  });
}

test('a token that no earlier ones make is refused', () => {
  assert.throws(() => mergesOf([...bytes, 'abc']), /Token 256 is not made of two earlier ones\./);
});
