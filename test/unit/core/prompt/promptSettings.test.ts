import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromptParameter } from '../../../../src/core/prompt/foundPrompt.ts';
import {
  type PromptSettings,
  promptSettings,
  settingSources,
} from '../../../../src/core/prompt/promptSettings.ts';
import type { Json } from '../../../../src/core/request/wireRequest.ts';

const none: PromptSettings = { values: {}, thinking: null, raw: {}, cache: 'off' };

const cases: readonly (readonly [Readonly<Record<string, Json>>, Partial<PromptSettings>])[] = [
  [{}, {}],
  [{ model: 'claude-haiku-5-5', max_tokens: 10 }, { values: { model: 'claude-haiku-5-5', maxTokens: 10 } }],
  [{ temperature: 0 }, { values: { temperature: 0 } }],
  [{ effort: 'low' }, { values: { effort: 'low' } }],
  [
    { output_config: { effort: 'max', format: { type: 'json' } } },
    { values: { effort: 'max' }, raw: { output_config: { format: { type: 'json' } } } },
  ],
  [{ output_config: { effort: 'max' } }, { values: { effort: 'max' } }],
  [{ effort: 'low', output_config: { effort: 'max' } }, { values: { effort: 'low' } }],
  [{ thinking: 'off' }, { values: { thinking: 'off' } }],
  [{ thinking: { type: 'disabled' } }, { values: { thinking: 'off' }, thinking: { type: 'disabled' } }],
  [
    { thinking: { type: 'enabled', budget_tokens: 2_000 } },
    { values: { thinking: 'on' }, thinking: { type: 'enabled', budget_tokens: 2_000 } },
  ],
  [{ stop_sequences: ['END'], extra: { tools: [] } }, { raw: { stop_sequences: ['END'], tools: [] } }],
  [{ cache: 'prefix' }, { cache: 'prefix' }],
];

for (const [named, expected] of cases) {
  test(`${JSON.stringify(named)}`, () => {
    const parameters = Object.entries(named).map(
      ([name, value]): PromptParameter => ({
        name: name as PromptParameter['name'],
        value,
        source: 'sidecar',
        span: { start: 0, end: 0 },
      }),
    );
    assert.deepEqual(promptSettings(parameters), { ...none, ...expected });
  });
}

test('of each value the place that says it last', () => {
  const span = { start: 0, end: 0 };
  const parameters: readonly PromptParameter[] = [
    { name: 'model', value: 'a', source: 'call', span },
    { name: 'max_tokens', value: 1, source: 'call', span },
    { name: 'output_config', value: { effort: 'low' }, source: 'call', span },
    { name: 'output_config', value: { effort: 'max' }, source: 'front-matter', span },
    { name: 'stop_sequences', value: [], source: 'call', span },
    { name: 'model', value: 'b', source: 'sidecar', span },
  ];
  assert.deepEqual(settingSources(parameters), {
    model: 'sidecar',
    maxTokens: 'call',
    effort: 'front-matter',
  });
});

test('an effort of its own weighs more than one in `output_config`, wherever it stands', () => {
  const span = { start: 0, end: 0 };
  const effort = { name: 'effort', value: 'low', source: 'front-matter', span } as const;
  const output = { name: 'output_config', value: { effort: 'max' }, source: 'sidecar', span } as const;
  assert.deepEqual(settingSources([output, effort]), { effort: 'front-matter' });
  assert.deepEqual(settingSources([effort, output]), { effort: 'front-matter' });
});

test('`output_config` without an effort says nothing of it', () => {
  const span = { start: 0, end: 0 };
  const value = { format: { type: 'json' } };
  assert.deepEqual(settingSources([{ name: 'output_config', value, source: 'sidecar', span }]), {});
});
