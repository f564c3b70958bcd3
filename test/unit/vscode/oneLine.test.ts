import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { oneLine } from '../../../src/vscode/oneLine.ts';

/** Texts with what of them fits into ten characters. */
const rows: readonly (readonly [text: string, line: string])[] = [
  ['', ''],
  [' \n', ''],
  ['Name a lake', 'Name a la…'],
  ['Name seas.', 'Name seas.'],
  ['  Name\r\n\r\nseas.\n', 'Name seas.'],
  ['Name all seas.', 'Name all…'],
  ['Four seas🌊🌊', 'Four seas…'],
  ['Four sea🌊🌊', 'Four sea…'],
  [`Name${' '.repeat(100)}seas.`, 'Name…'],
];

suite('on one line of ten characters', () => {
  for (const [text, line] of rows) test(JSON.stringify(text), () => assert.equal(oneLine(text, 10), line));
});
