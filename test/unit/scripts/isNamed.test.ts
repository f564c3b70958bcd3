import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNamed } from '../../support/isNamed.ts';

const files = ['core/history/runs.test.ts', 'story.test.ts', 'vscode/keyInput.test.ts', 'e2e/[a].test.ts'];

const chosen: Readonly<Record<string, readonly string[]>> = {
  '': files,
  story: ['story.test.ts'],
  hist: ['core/history/runs.test.ts'],
  input: ['vscode/keyInput.test.ts'],
  'story key': ['story.test.ts', 'vscode/keyInput.test.ts'],
  'core/history': ['core/history/runs.test.ts'],
  '[a': ['e2e/[a].test.ts'],
  'nothing.of it': [],
};

for (const [names, expected] of Object.entries(chosen)) {
  test(`the files named ${JSON.stringify(names)}`, () => {
    assert.deepEqual(
      files.filter((file) => isNamed(file, names)),
      expected,
    );
  });
}
