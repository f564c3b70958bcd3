import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LintOptions } from '../../../../src/core/hints/options.ts';
import { lintPart } from '../../../../src/vscode/hints/lintPart.ts';

const options: LintOptions = { kind: 'text', rules: { PT22: 'off' }, model: null, count: null };

test('what is found in a part stands at its place in the whole, its lines too', () => {
  const rule = 'Never quote a price to a guest who calls.';
  const text = `In order to show.\n\n«Read in order to know. ${rule}\n\nKeep calm. ${rule}\n»`;
  const part = { start: text.indexOf('«') + 1, end: text.indexOf('»') };
  const found = lintPart(text, part, options).findings.map(({ rule: id, start, end, data }) => [
    id,
    text.slice(start, end).trim(),
    data,
  ]);
  assert.deepEqual(found, [
    ['PT01', 'in order to', {}],
    ['PT11', rule, { line: 3 }],
  ]);
});
