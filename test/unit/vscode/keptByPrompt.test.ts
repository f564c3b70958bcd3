import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameKept } from '../../../src/vscode/keptByPrompt.ts';
import { memento } from '../../support/memento.ts';

async function renamed(
  values: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
): Promise<unknown> {
  const kept = new Map(Object.entries(values));
  await renameKept(memento(kept), 'values:', [{ from, to }]);
  return Object.fromEntries([...kept].sort());
}

test('what is kept for a document and its parts goes with it, what others keep stays', async () => {
  assert.deepEqual(
    await renamed({ 'values:a': 1, 'values:a#X': 2, 'values:ab': 3, 'other:a': 4 }, 'a', 'b'),
    { 'other:a': 4, 'values:ab': 3, 'values:b': 1, 'values:b#X': 2 },
  );
});

test('a folder moves into itself', async () => {
  assert.deepEqual(await renamed({ 'values:f/a': 1, 'values:f/f/a': 2 }, 'f', 'f/f'), {
    'values:f/f/a': 1,
    'values:f/f/f/a': 2,
  });
});

test('what another document kept under the new name is forgotten', async () => {
  assert.deepEqual(await renamed({ 'values:a#X': 1, 'values:b': 2, 'values:b#Y': 3 }, 'a', 'b'), {
    'values:b#X': 1,
  });
});
