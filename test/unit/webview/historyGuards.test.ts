import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseHistoryMessage } from '../../../src/webview/historyGuards.ts';
import {
  historyActionIds,
  metricIds,
  pickIds,
  runActionIds,
  versionActionIds,
} from '../../../src/webview/historyIds.ts';
import type { HistoryToHost } from '../../../src/webview/historyProtocol.ts';
import { figureIds } from '../../../src/webview/protocol.ts';

const longest = 'a'.repeat(100);
const tooLong = 'a'.repeat(101);
const most = Array.from({ length: 1_000 }, (_, index) => `run-${index}`);

const accepted: {
  readonly [Type in HistoryToHost['type']]: readonly Extract<HistoryToHost, { type: Type }>[];
} = {
  ready: [{ type: 'ready' }],
  action: historyActionIds.map((action) => ({ type: 'action', action })),
  'run-action': [
    ...runActionIds.map((action) => ({ type: 'run-action', action, runs: ['a'] }) as const),
    { type: 'run-action', action: 'delete', runs: most },
    { type: 'run-action', action: 'delete', runs: [longest] },
  ],
  'version-action': versionActionIds.map((action) => ({ type: 'version-action', action, version: longest })),
  pick: pickIds.map((pick) => ({ type: 'pick', pick })),
  metric: metricIds.map((metric) => ({ type: 'metric', metric })),
  'open-run': [{ type: 'open-run', run: longest }],
  'open-prompt': [{ type: 'open-prompt', prompt: '7' }],
  select: [
    { type: 'select', runs: [] },
    { type: 'select', runs: most },
  ],
  'more-rows': [{ type: 'more-rows', list: longest, after: longest }],
  'more-prompts': [{ type: 'more-prompts' }],
  explain: figureIds.map((figure) => ({ type: 'explain', figure })),
};

suite('a message of a known shape is accepted, without what it should not have', () => {
  for (const [type, messages] of Object.entries(accepted)) {
    test(type, () => {
      for (const message of messages) {
        assert.deepEqual(parseHistoryMessage({ ...message, command: 'workbench.action.quit' }), message);
      }
    });
  }
});

suite('any other is refused', () => {
  const rows: readonly unknown[] = [
    undefined,
    null,
    0,
    'ready',
    ['ready'],
    {},
    { type: null },
    { type: ['ready'] },
    { type: 'Ready' },
    { type: 'toString' },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'show' },
    { type: 'action' },
    { type: 'action', action: 'delete' },
    { type: 'action', action: ['undo'] },
    { type: 'action', action: '__proto__' },
    { type: 'run-action', action: 'delete' },
    { type: 'run-action', action: 'delete', runs: [] },
    { type: 'run-action', action: 'delete', runs: 'a' },
    { type: 'run-action', action: 'delete', runs: { 0: 'a', length: 1 } },
    { type: 'run-action', action: 'delete', runs: ['a', ''] },
    { type: 'run-action', action: 'delete', runs: ['a', 7] },
    { type: 'run-action', action: 'delete', runs: [['a']] },
    { type: 'run-action', action: 'run', runs: ['a'] },
    { type: 'version-action', action: 'diff-version' },
    { type: 'version-action', action: 'diff-version', version: '' },
    { type: 'version-action', action: 'diff-version', version: 4 },
    { type: 'version-action', action: 'label', version: 'a' },
    { type: 'pick' },
    { type: 'pick', pick: 'nose' },
    { type: 'metric', metric: 'input-tokens' },
    { type: 'open-run' },
    { type: 'open-run', run: '' },
    { type: 'open-run', run: ['a'] },
    { type: 'open-prompt', prompt: 7 },
    { type: 'select' },
    { type: 'select', runs: [null] },
    { type: 'more-rows', list: 'a' },
    { type: 'more-rows', list: 'a', after: null },
    { type: 'more-rows', after: 'a' },
    { type: 'explain', figure: 'nose' },
  ];
  for (const message of rows) {
    test(JSON.stringify(message) ?? 'undefined', () => assert.equal(parseHistoryMessage(message), null));
  }

  const beyond: Readonly<Record<string, unknown>> = {
    'a run of 101 characters': { type: 'open-run', run: tooLong },
    'a prompt of 101 characters': { type: 'open-prompt', prompt: tooLong },
    'a version of 101 characters': { type: 'version-action', action: 'diff-version', version: tooLong },
    'a list of 101 characters': { type: 'more-rows', list: tooLong, after: 'a' },
    'rows after 101 characters': { type: 'more-rows', list: 'a', after: tooLong },
    'one run of 101 characters among others': { type: 'select', runs: ['a', tooLong] },
    '1,001 runs': { type: 'select', runs: [...most, 'one-more'] },
    'runs with a hole': { type: 'select', runs: new Array(2) },
  };
  for (const [name, message] of Object.entries(beyond)) {
    test(name, () => assert.equal(parseHistoryMessage(message), null));
  }
});
