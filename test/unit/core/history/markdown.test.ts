import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { markdownCell, markdownFence, markdownTable } from '../../../../src/core/history/markdown.ts';

suite('a cell', () => {
  const rows: Readonly<Record<string, string>> = {
    'plain words, 12 % – fine.': 'plain words, 12 % – fine.',
    'SYSTEM_PROMPT of snake_case.py': 'SYSTEM_PROMPT of snake_case.py',
    '__init__ and _x_': '\\_\\_init\\_\\_ and \\_x\\_',
    'a | b': 'a \\| b',
    'back\\slash \\| pipe': 'back\\\\slash \\\\\\| pipe',
    '<img src=x> &lt; [a](b) `c` *d* ~~e~~':
      '\\<img src=x\\> \\&lt; \\[a\\](b) \\`c\\` \\*d\\* \\~\\~e\\~\\~',
    '  two\r\nlines\tand\u2028more ': 'two lines and more',
    '': '',
  };
  for (const [text, cell] of Object.entries(rows)) {
    test(JSON.stringify(text), () => assert.equal(markdownCell(text), cell));
  }
});

test('a table', () => {
  assert.equal(
    markdownTable(
      ['A', 'B|C'],
      [
        ['1', ''],
        ['x|y', '2'],
      ],
    ),
    ['| A | B\\|C |', '| --- | --- |', '| 1 |  |', '| x\\|y | 2 |'].join('\n'),
  );
});

suite('a fence ends only at its end', () => {
  const rows: Readonly<Record<string, string>> = {
    'one line': '```text\none line\n```',
    'with an end\n': '```text\nwith an end\n```',
    '```js\n1\n```': '````text\n```js\n1\n```\n````',
    'a ````` b': '``````text\na ````` b\n``````',
    '': '```text\n\n```',
  };
  for (const [text, fence] of Object.entries(rows)) {
    test(JSON.stringify(text), () => assert.equal(markdownFence(text), fence));
  }
});
