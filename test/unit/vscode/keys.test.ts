import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecretStorage } from 'vscode';
import { Keys } from '../../../src/vscode/keys.ts';
import { anthropicOrigin } from '../../../src/vscode/origin.ts';
import { memento } from '../../support/memento.ts';

const gateway = 'https://gateway.example';

function secretStorage(kind: 'keeps' | 'forgets' | 'fails' = 'keeps'): SecretStorage {
  const values = new Map<string, string>();
  const orFail = () => {
    if (kind === 'fails') throw new Error('no keyring');
  };
  return {
    keys: async () => [...values.keys()],
    get: async (name) => {
      orFail();
      return values.get(name);
    },
    store: async (name, value) => {
      orFail();
      if (kind === 'keeps') values.set(name, value);
    },
    delete: async (name) => {
      orFail();
      values.delete(name);
    },
    onDidChange: () => ({ dispose() {} }),
  };
}

test('a key is found for its own origin only', async () => {
  const keys = new Keys(secretStorage(), memento(), {});
  assert.equal(await keys.store(gateway, 'key of the gateway', true), true);
  assert.deepEqual(await keys.find(gateway), { key: 'key of the gateway', source: 'store', checked: true });
  assert.equal(await keys.find(anthropicOrigin), null);
});

test('a key that another window replaces or clears is replaced or cleared in all', async () => {
  const secrets = secretStorage();
  const here = new Keys(secrets, memento(), {});
  const there = new Keys(secrets, memento(), {});
  await here.store(anthropicOrigin, 'first', true);
  await there.store(anthropicOrigin, 'second', false);
  assert.deepEqual(await here.find(anthropicOrigin), { key: 'second', source: 'store', checked: false });
  assert.equal(await there.clear(anthropicOrigin), true);
  assert.equal(await here.find(anthropicOrigin), null);
});

for (const kind of ['forgets', 'fails'] as const) {
  test(`a secret storage that ${kind}: the key is kept for this window`, async () => {
    const keys = new Keys(secretStorage(kind), memento(), {});
    assert.equal(await keys.store(anthropicOrigin, 'kept', true), false);
    assert.deepEqual(await keys.find(anthropicOrigin), { key: 'kept', source: 'store', checked: true });
    assert.equal(await keys.clear(anthropicOrigin), true);
    assert.equal(await keys.find(anthropicOrigin), null);
  });
}

test('a secret storage that fails: what the environment’s key was allowed is taken back', async () => {
  const keys = new Keys(secretStorage('fails'), memento(), { ANTHROPIC_API_KEY: 'from outside' });
  await keys.allowEnvironmentKey(gateway);
  assert.equal(await keys.clear(gateway), false);
  assert.equal(await keys.find(gateway), null);
});

test('the key of the environment goes to the API alone, and elsewhere once the person agreed', async () => {
  const keys = new Keys(secretStorage(), memento(), { ANTHROPIC_API_KEY: ' from outside ' });
  const found = { key: 'from outside', source: 'environment', checked: false };
  assert.deepEqual(await keys.find(anthropicOrigin), found);
  assert.equal(await keys.find(gateway), null);
  await keys.allowEnvironmentKey(gateway);
  assert.deepEqual(await keys.find(gateway), found);
  await keys.store(gateway, 'its own', true);
  assert.deepEqual(await keys.find(gateway), { key: 'its own', source: 'store', checked: true });
});
