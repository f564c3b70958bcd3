import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type RunGroup, runGroupOf } from '../../../../src/core/history/runGroup.ts';
import type { WireRequest } from '../../../../src/core/request/wireRequest.ts';
import { type NewRunFacts, newRun } from '../../../support/newRuns.ts';

const hash = (text: string): string => `#${text}`;
const groupOf = (facts: NewRunFacts): RunGroup => runGroupOf(newRun(facts).record, hash);

const plain: RunGroup = {
  model: 'claude-haiku-5-5',
  place: 'local',
  simulated: false,
  maxTokens: 4_096,
  effort: null,
  thinking: null,
  temperature: null,
  context: null,
  extra: null,
};

test('a user prompt by itself', () => assert.deepEqual(groupOf({}), plain));

test('the text of a user prompt does not matter, its system prompt does', () => {
  assert.deepEqual(groupOf({ text: 'Another one.', body: { system: 'Be kind.' } }), {
    ...plain,
    context: '#"Be kind."',
  });
});

test('the text of a system prompt does not matter, its test message does', () => {
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] as const;
  const body = { system: 'Be kind.', messages };
  assert.deepEqual(groupOf({ prompt: { role: 'system' }, body }), {
    ...plain,
    context: `#${JSON.stringify(messages)}`,
  });
});

test('where it ran and who answered', () => {
  assert.deepEqual(groupOf({ record: { place: 'ssh-remote' }, state: { simulated: true } }), {
    ...plain,
    place: 'ssh-remote',
    simulated: true,
  });
});

suite('parameters and further fields', () => {
  const rows: readonly (readonly [Partial<WireRequest>, Partial<RunGroup>])[] = [
    [{ max_tokens: 9 }, { maxTokens: 9 }],
    [{ temperature: 0 }, { temperature: 0 }],
    [{ thinking: { type: 'disabled' } }, { thinking: '{"type":"disabled"}' }],
    [{ output_config: { effort: 'low' } }, { effort: 'low' }],
    [
      { output_config: { effort: 'low', format: 'x' }, stop_sequences: ['END'] },
      { effort: 'low', extra: '#[["stop_sequences",["END"]],["format","x"]]' },
    ],
  ];
  for (const [body, differs] of rows) {
    test(JSON.stringify(body), () => assert.deepEqual(groupOf({ body }), { ...plain, ...differs }));
  }
  test('an older version of the API', () => {
    const { request } = newRun().record;
    assert.deepEqual(groupOf({ record: { request: { ...request, version: '2023-06-01' } } }), {
      ...plain,
      extra: '#["2023-06-01"]',
    });
  });
});
