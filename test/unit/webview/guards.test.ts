import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseOutputMessage } from '../../../src/webview/guards.ts';
import {
  actionIds,
  chipIds,
  figureIds,
  type OutputToHost,
  requestLanguages,
} from '../../../src/webview/protocol.ts';

const accepted: {
  readonly [Type in OutputToHost['type']]: readonly Extract<OutputToHost, { type: Type }>[];
} = {
  ready: [{ type: 'ready' }],
  action: actionIds.map((action) => ({ type: 'action', action })),
  chip: chipIds.map((chip) => ({ type: 'chip', chip })),
  'request-opened': requestLanguages.map((language) => ({ type: 'request-opened', language })),
  'copy-request': requestLanguages.map((language) => ({ type: 'copy-request', language })),
  'copy-code': [
    { type: 'copy-code', text: '' },
    { type: 'copy-code', text: 'a'.repeat(1_000_000) },
  ],
  'open-link': [
    { type: 'open-link', url: 'https://example.com/' },
    { type: 'open-link', url: 'a'.repeat(8_000) },
  ],
  explain: figureIds.map((figure) => ({ type: 'explain', figure })),
};

suite('a message of a known shape is accepted, without what it should not have', () => {
  for (const [type, messages] of Object.entries(accepted)) {
    test(type, () => {
      for (const message of messages) {
        assert.deepEqual(parseOutputMessage({ ...message, command: 'workbench.action.quit' }), message);
      }
    });
  }
});

suite('any other is refused', () => {
  const rows: readonly unknown[] = [
    undefined,
    null,
    true,
    0,
    '',
    'ready',
    [],
    ['ready'],
    {},
    { type: null },
    { type: 1 },
    { type: ['ready'] },
    { type: '' },
    { type: 'Ready' },
    { type: 'toString' },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'show' },
    { type: 'progress', append: [] },
    { type: 'action' },
    { type: 'action', action: null },
    { type: 'action', action: ['stop'] },
    { type: 'action', action: 'Run' },
    { type: 'action', action: 'workbench.action.quit' },
    { type: 'action', action: '__proto__' },
    { type: 'action', chip: 'model' },
    { type: 'chip' },
    { type: 'chip', chip: 'nose' },
    { type: 'chip', chip: 0 },
    { type: 'request-opened' },
    { type: 'request-opened', language: 'cobol' },
    { type: 'copy-request' },
    { type: 'copy-request', language: { toString: 'json' } },
    { type: 'copy-code' },
    { type: 'copy-code', text: 7 },
    { type: 'copy-code', text: ['a'] },
    { type: 'open-link' },
    { type: 'open-link', url: { toString: 'x' } },
    { type: 'open-link', url: ['https://example.com/'] },
    { type: 'explain' },
    { type: 'explain', figure: 'nose' },
  ];
  for (const message of rows) {
    test(JSON.stringify(message) ?? 'undefined', () => assert.equal(parseOutputMessage(message), null));
  }

  test('code over 1 MB', () => {
    assert.equal(parseOutputMessage({ type: 'copy-code', text: 'a'.repeat(1_000_001) }), null);
  });

  test('an address over 8,000 characters', () => {
    assert.equal(parseOutputMessage({ type: 'open-link', url: 'a'.repeat(8_001) }), null);
  });
});
