import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { aliasOf, isAtLeast, isSameModel, parseModelId } from '../../../../src/core/request/modelId.ts';

suite('the version in an id', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['claude-haiku-5-5', 'haiku 5.5'],
    ['claude-opus-5', 'opus 5.0'],
    ['claude-haiku-4-5-20251001', 'haiku 4.5'],
    ['claude-sonnet-4-20250514', 'sonnet 4.0'],
    ['claude-3-7-sonnet-20250219', 'sonnet 3.7'],
    ['claude-3-opus-20240229', 'opus 3.0'],
    ['claude-3-5-haiku-latest', 'haiku 3.5'],
    ['anthropic/claude-haiku-4.5', 'haiku 4.5'],
    ['anthropic/claude-3.7-sonnet:thinking', 'sonnet 3.7'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'sonnet 4.5'],
    ['claude-opus-4-1@20250805', 'opus 4.1'],
    ['claude-mythos-preview', null],
    ['claude-2.1', null],
    ['gpt-5', null],
    ['', null],
  ];
  for (const [id, expected] of rows) {
    test(`${id} is ${expected}`, () => {
      const parts = parseModelId(id);
      assert.equal(parts && `${parts.line} ${parts.major}.${parts.minor}`, expected);
    });
  }
});

suite('the alias of an id', () => {
  const rows = [
    ['claude-haiku-4-5-20251001', 'claude-haiku-4-5'],
    ['claude-3-5-haiku-latest', 'claude-3-5-haiku'],
    ['claude-haiku-5-5', 'claude-haiku-5-5'],
    ['anthropic/claude-haiku-4.5', 'anthropic/claude-haiku-4.5'],
  ] as const;
  for (const [id, expected] of rows) test(`${id} is ${expected}`, () => assert.equal(aliasOf(id), expected));
});

test('spellings of one version are the same model, other versions are not', () => {
  assert.equal(isSameModel('claude-haiku-4-5', 'anthropic/claude-haiku-4.5'), true);
  assert.equal(isSameModel('my-gateway-model', 'my-gateway-model-latest'), true);
  assert.equal(isSameModel('claude-opus-5', 'claude-opus-5-5'), false);
  assert.equal(isSameModel('model-a', 'model-b'), false);
});

test('a version is compared by major, then minor', () => {
  assert.deepEqual(
    ['claude-opus-4-6', 'claude-opus-4-7', 'claude-opus-5', 'gpt-9'].map((id) => isAtLeast(id, 4, 7)),
    [false, true, true, false],
  );
});
