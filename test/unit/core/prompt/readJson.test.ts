import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type DataNode, jsonOf } from '../../../../src/core/prompt/dataNode.ts';
import { readJson } from '../../../../src/core/prompt/readJson.ts';
import type { Json } from '../../../../src/core/request/wireRequest.ts';
import { randomSeed } from '../../randomSeed.ts';

/** What `JSON.parse` says of a text; undefined where it refuses it. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const keysAreUnique = (node: DataNode): boolean =>
  node.kind === 'list'
    ? node.items.every(keysAreUnique)
    : node.kind === 'scalar' || node.entries.every(({ value }) => keysAreUnique(value));

suite(`JSON with places (SEED=${randomSeed})`, () => {
  test('every value is read as JSON.parse reads it, and stands at its place', () => {
    const check = (node: DataNode, text: string): void => {
      assert.deepEqual(parsed(text.slice(node.span.start, node.span.end)), jsonOf(node));
      if (node.kind === 'list') for (const item of node.items) check(item, text);
      if (node.kind === 'map') for (const { value } of node.entries) check(value, text);
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { node, problems } = readJson(text);
        assert.deepEqual(problems, []);
        assert.ok(node !== null && keysAreUnique(node));
        assert.deepEqual(jsonOf(node), parsed(text));
        check(node, text);
      }),
      { seed: randomSeed, numRuns: 500 },
    );
  });

  test('what JSON.parse refuses is refused, what it takes is taken', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u0061"',
      '"\\x"',
      '"',
      '1',
      '-',
      '01',
      '1.5e3',
      '1.',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\t',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const { node, problems } = readJson(text);
        const isTaken = node !== null && problems.every(({ kind }) => kind === 'duplicate-key');
        assert.equal(isTaken, parsed(text) !== undefined, JSON.stringify(text));
      }),
      { seed: randomSeed, numRuns: 5_000 },
    );
  });

  test('nesting beyond reason is refused, not a crash', () => {
    const { node, problems } = readJson('['.repeat(100_000));
    assert.equal(node, null);
    assert.deepEqual(
      problems.map((problem) => problem.kind === 'syntax' && problem.detail),
      ['Nested too deeply'],
    );
  });
});
