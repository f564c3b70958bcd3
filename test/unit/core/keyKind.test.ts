import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeyKind, keyKindOf } from '../../../src/core/keyKind.ts';

const cases: readonly (readonly [string, KeyKind])[] = [
  ['sk-ant' + '-api03-x', 'api'],
  ['  sk-ant' + '-api03-x\n', 'api'],
  ['sk-ant' + '-admin01-x', 'admin'],
  ['sk-ant' + '-oat01-x', 'oauth'],
  ['sk-ant' + '-ort01-x', 'oauth'],
  ['sk-proj-x', 'other-vendor'],
  ['AIzaSyx', 'other-vendor'],
  ['sk-or-v1-x', 'other-vendor'],
  ['sk-1234', 'unknown'],
  ['sk-ant' + '-new99-x', 'unknown'],
  ['my-gateway-token', 'unknown'],
  ['', 'unknown'],
];

for (const [key, kind] of cases) {
  test(`${JSON.stringify(key)} is ${kind}`, () => assert.equal(keyKindOf(key), kind));
}
