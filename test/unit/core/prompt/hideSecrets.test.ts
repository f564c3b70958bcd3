import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideSecrets, revealSecrets } from '../../../../src/core/prompt/hideSecrets.ts';

test('secrets are hidden in all strings, the longest first; what is no string stays', () => {
  const secrets = new Map([
    ['pin', 'a$&1'],
    ['token', 'a$&1-long'],
    ['short', 'abc'],
  ]);
  const value = { at: 7, blocks: [{ text: 'a$&1-long, a$&1 and abc', end: null }], ok: true };
  assert.deepEqual(hideSecrets(value, secrets), {
    at: 7,
    blocks: [{ text: '«token», «pin» and abc', end: null }],
    ok: true,
  });
});

test('revealed, every name has its value again, which is never looked at again; other «words» stay', () => {
  const secrets = new Map([
    ['pin', '$& «token»'],
    ['token', ''],
  ]);
  const shown = { at: 7, blocks: [{ text: '«pin», «token» and «else»', end: null }] };
  assert.deepEqual(revealSecrets(shown, secrets), {
    at: 7,
    blocks: [{ text: '$& «token»,  and «else»', end: null }],
  });
});

test('without a secret that could be found the value is the same', () => {
  const value = { text: 'abc' };
  assert.equal(hideSecrets(value, new Map([['short', 'abc']])), value);
});
