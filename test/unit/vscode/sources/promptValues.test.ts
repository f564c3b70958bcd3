import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Uri } from 'vscode';
import type { FoundPrompt, Variable } from '../../../../src/core/prompt/foundPrompt.ts';
import { memento } from '../../../support/memento.ts';

const { PromptValues } = await import('../../../../src/vscode/sources/promptValues.ts');

const pin: Variable = { name: 'pin', syntax: 'mustache', placeholder: null, preset: null, secret: true };
const guest: Variable = { ...pin, name: 'guest', secret: false };
const found = { variables: [guest, pin], valueSets: [] } as unknown as FoundPrompt;

/** What prompts are filled with after a rename of `a` to `b`, by their keys. */
async function afterRename(keys: readonly string[]): Promise<unknown> {
  const values = new PromptValues(memento());
  for (const key of keys) {
    const given = new Map([
      ['guest', `guest of ${key}`],
      ['pin', `pin of ${key}`],
    ]);
    await values.keep(key, given, found.variables, null);
  }
  await values.rename([{ from: 'a', to: 'b' }]);
  return Object.fromEntries(
    ['a', 'a#X', 'b', 'b#X', 'c'].flatMap((key) => {
      const { known } = values.fillingOf({ key, uri: {} as Uri }, found);
      return known.size === 0 ? [] : [[key, [...known.values()].map(({ value }) => value)]];
    }),
  );
}

suite('values, the secret ones too, after a rename', () => {
  test('go with their prompt and its parts, and no others do', async () => {
    assert.deepEqual(await afterRename(['a', 'a#X', 'c']), {
      b: ['guest of a', 'pin of a'],
      'b#X': ['guest of a#X', 'pin of a#X'],
      c: ['guest of c', 'pin of c'],
    });
  });
  test('are not those of what stood there before', async () => {
    assert.deepEqual(await afterRename(['a', 'b', 'b#X']), { b: ['guest of a', 'pin of a'] });
  });
});
