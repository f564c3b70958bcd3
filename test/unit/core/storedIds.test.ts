import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureKinds } from '../../../src/core/failure.ts';
import { endStates } from '../../../src/core/run/endState.ts';

// Records hold these ids: more may come, none may go or change.

test('the ids of end states stand', () => {
  const stored = [
    'complete',
    'max-tokens',
    'stop-sequence',
    'refusal',
    'paused',
    'context-exceeded',
    'tool-use',
    'cancelled',
    'stalled',
    'broken',
    'failed',
  ];
  const known: readonly string[] = endStates;
  assert.deepEqual(
    stored.filter((id) => !known.includes(id)),
    [],
  );
  assert.equal(new Set(known).size, known.length);
});

test('the ids of failures stand', () => {
  const stored = [
    'no-key',
    'rejected-key',
    'wrong-key-kind',
    'no-credit',
    'spend-limit',
    'no-permission',
    'unknown-model',
    'rate-limit',
    'overloaded',
    'too-large',
    'offline',
    'dns',
    'tls',
    'proxy',
    'connection',
    'bad-request',
    'server-error',
    'unknown',
  ];
  const known: readonly string[] = failureKinds;
  assert.deepEqual(
    stored.filter((id) => !known.includes(id)),
    [],
  );
  assert.equal(new Set(known).size, known.length);
});
