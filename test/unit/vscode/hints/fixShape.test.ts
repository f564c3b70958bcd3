import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { deletedPart } from '../../../../src/vscode/hints/fixShape.ts';

suite('what goes stands between «», the rest stays', () => {
  const rows: readonly (readonly [marked: string, replacement: string])[] = [
    ['«in order» to', 'to'],
    ['«Please note that» the', 'The'],
    ['«very» ', ''],
    [' «very»', ''],
    ['end «result»', 'end'],
    ['«Twice said.»\n', ''],
    ['\n«Two lines\nthat go.»\n\n', ''],
  ];
  for (const [marked, replacement] of rows) {
    test(`${JSON.stringify(marked)} to ${JSON.stringify(replacement)}`, () => {
      const text = marked.replaceAll(/[«»]/g, '');
      const part = deletedPart(text, replacement);
      assert.ok(part !== null);
      const { start, end } = part;
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
    });
  }
});

suite('nothing that could be faded goes', () => {
  const rows: readonly (readonly [text: string, replacement: string])[] = [
    ['due to the fact that', 'because'],
    ['utilize', 'use'],
    ['a', 'ab'],
    ['same', 'Same'],
    ['  \n', ''],
    ['word   ', 'word'],
  ];
  for (const [text, replacement] of rows) {
    test(`${JSON.stringify(text)} to ${JSON.stringify(replacement)}`, () => {
      assert.equal(deletedPart(text, replacement), null);
    });
  }
});
