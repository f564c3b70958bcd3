import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamedKey } from '../../../../src/core/prompt/renamedKey.ts';

const renames = [
  { from: 'file:///w/a.py', to: 'file:///w/b.py' },
  { from: 'file:///w/lib', to: 'file:///w/lib/old' },
];

const keys: Readonly<Record<string, string | null>> = {
  'file:///w/a.py': 'file:///w/b.py',
  'file:///w/a.py#HELLO_PROMPT': 'file:///w/b.py#HELLO_PROMPT',
  'file:///w/a.pyi': null,
  'file:///w/lib/x.prompt.md': 'file:///w/lib/old/x.prompt.md',
  'file:///w/lib/y.md##2': 'file:///w/lib/old/y.md##2',
  'file:///w/library.md': null,
  'file:///v/a.py': null,
};

for (const [key, renamed] of Object.entries(keys)) {
  test(key, () => assert.equal(renamedKey(key, renames), renamed));
}
