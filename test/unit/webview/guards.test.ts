import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOutputMessage } from '../../../src/webview/guards.ts';

const refused: readonly unknown[] = [
  undefined,
  null,
  'ready',
  {},
  { type: 'nonsense' },
  { type: 'action' },
  { type: 'action', action: 'workbench.action.quit' },
  { type: 'action', action: ['stop'] },
  { type: 'chip', chip: 'nose' },
  { type: 'request-opened', language: 'cobol' },
  { type: 'copy-code', text: 1 },
  { type: 'copy-code', text: 'x'.repeat(1_000_001) },
  { type: 'open-link', url: { toString: 'x' } },
  { type: 'open-link', url: 'x'.repeat(8_001) },
  { type: 'explain', figure: 'nose' },
];

for (const message of refused) {
  test(`refuses ${JSON.stringify(message)?.slice(0, 80)}`, () =>
    assert.equal(parseOutputMessage(message), null));
}

const accepted = [
  { type: 'ready' },
  { type: 'action', action: 'stop' },
  { type: 'chip', chip: 'model' },
  { type: 'request-opened', language: 'json' },
  { type: 'copy-request', language: 'curl' },
  { type: 'copy-code', text: 'a' },
  { type: 'open-link', url: 'https://a.b' },
  { type: 'explain', figure: 'ttft' },
] as const;

for (const message of accepted) {
  test(`takes ${JSON.stringify(message)} without what it does not know`, () => {
    assert.deepEqual(parseOutputMessage({ ...message, command: 'workbench.action.quit' }), message);
  });
}
