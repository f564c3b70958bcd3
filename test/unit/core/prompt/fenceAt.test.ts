import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fenceAt } from '../../../../src/core/prompt/fenceAt.ts';

suite('the name of the fenced block at |', () => {
  const rows: readonly (readonly [marked: string, name: string | null])[] = [
    ['|', null],
    ['Text |here', null],
    ['```prompt greeting\n|Hello\n```', 'greeting'],
    ['```prompt  a  long name \nHel|lo\n```', 'a long name'],
    ['```\r\nHello|\r\n```\r\n', 'fence 1'],
    ['```pro|mpt\nHello\n```', null],
    ['```\nHello\n```\n|', null],
    ['```\nOne\n```\n~~~md\nTw|o\n~~~', 'fence 2'],
    ['````md\n```\nHel|lo\n```\n````', 'fence 1'],
    ['```\n|\n```', 'fence 1'],
    ['```\nNever clo|sed', 'fence 1'],
    ['```code``` in a line\n\n|Hello', null],
    ['```code``` in a line\n\n```\n|Hello\n```', 'fence 1'],
    ['1. Item\n   ```\n   Hel|lo\n   ```', 'fence 1'],
  ];
  for (const [marked, name] of rows) {
    const offset = marked.indexOf('|');
    test(JSON.stringify(marked), () => assert.equal(fenceAt(marked.replace('|', ''), offset), name));
  }
});
