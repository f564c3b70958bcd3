import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fallbackCatalogue, findModel } from '../../../../src/core/request/catalogue.ts';
import { fitRequest, type Omitted, userTurn } from '../../../../src/core/request/fitRequest.ts';
import { type ParameterValues, resolveParameters } from '../../../../src/core/request/parameters.ts';

const turns = [userTurn('Hello')];

function fitted(values: Partial<ParameterValues>, refused: readonly string[] = []) {
  const parameters = resolveParameters([{ source: 'panel', values }], fallbackCatalogue);
  return fitRequest(
    parameters,
    turns,
    findModel(fallbackCatalogue, parameters.model.value),
    new Set(refused),
  );
}

test('nothing is sent that was not set', () => {
  assert.deepEqual(fitted({ model: 'claude-haiku-4-5' }), {
    request: {
      body: {
        model: 'claude-haiku-4-5',
        max_tokens: 4_096,
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
        stream: true,
      },
      version: null,
    },
    omitted: [],
  });
});

test('everything set and accepted is sent', () => {
  const { request, omitted } = fitted({
    model: 'claude-sonnet-4-6',
    system: 'Be brief.',
    maxTokens: 2_000,
    effort: 'max',
    thinking: 'off',
    temperature: 0,
  });
  assert.deepEqual(request, {
    body: {
      model: 'claude-sonnet-4-6',
      max_tokens: 2_000,
      system: 'Be brief.',
      messages: turns,
      thinking: { type: 'disabled' },
      output_config: { effort: 'max' },
      temperature: 0,
      stream: true,
    },
    version: '2023-06-01',
  });
  assert.deepEqual(omitted, []);
});

suite('what is sent of thinking, effort and temperature', () => {
  interface Row {
    readonly values: Partial<ParameterValues>;
    readonly refused?: readonly string[];
    readonly sent: Readonly<Record<string, unknown>>;
    readonly omitted?: readonly Omitted[];
  }
  const adaptive = { thinking: { type: 'adaptive' } };
  const rows: readonly Row[] = [
    { values: { model: 'claude-haiku-5-5', thinking: 'on' }, sent: adaptive },
    { values: { model: 'claude-haiku-5-5', thinking: 'off' }, sent: { thinking: { type: 'disabled' } } },
    {
      values: { model: 'claude-sonnet-5-5', thinking: 'off', effort: 'high' },
      sent: { thinking: { type: 'between_tools' }, output_config: { effort: 'high' } },
    },
    {
      values: { model: 'claude-sonnet-5-5', thinking: 'off', effort: 'xhigh' },
      sent: { output_config: { effort: 'xhigh' } },
      omitted: [{ parameter: 'thinking', reason: 'not-with-effort' }],
    },
    {
      values: { model: 'claude-opus-5-5', thinking: 'off' },
      sent: {},
      omitted: [{ parameter: 'thinking', reason: 'always-thinks' }],
    },
    { values: { model: 'claude-opus-5-5', thinking: 'on' }, sent: adaptive },
    {
      values: { model: 'claude-haiku-4-5', thinking: 'on', maxTokens: 10_001 },
      sent: { thinking: { type: 'enabled', budget_tokens: 5_000 } },
    },
    {
      values: { model: 'claude-haiku-4-5', thinking: 'on', maxTokens: 1_500 },
      sent: { thinking: { type: 'enabled', budget_tokens: 1_024 } },
    },
    {
      values: { model: 'claude-haiku-4-5', thinking: 'on', maxTokens: 1_024 },
      sent: {},
      omitted: [{ parameter: 'thinking', reason: 'no-room' }],
    },
    {
      values: { model: 'claude-3-haiku', thinking: 'on' },
      sent: {},
      omitted: [{ parameter: 'thinking', reason: 'model-refuses' }],
    },
    { values: { model: 'claude-3-haiku', thinking: 'off' }, sent: {} },
    {
      values: { model: 'claude-haiku-4-5', effort: 'low' },
      sent: {},
      omitted: [{ parameter: 'effort', reason: 'model-refuses' }],
    },
    {
      values: { model: 'claude-opus-4-6', effort: 'xhigh' },
      sent: {},
      omitted: [{ parameter: 'effort', reason: 'model-refuses' }],
    },
    {
      values: { model: 'claude-opus-4-7', temperature: 0.5 },
      sent: {},
      omitted: [{ parameter: 'temperature', reason: 'model-refuses' }],
    },
    {
      values: { model: 'claude-haiku-4-5', thinking: 'on', temperature: 0.5 },
      sent: { thinking: { type: 'enabled', budget_tokens: 8_000 } },
      omitted: [{ parameter: 'temperature', reason: 'not-with-thinking' }],
    },
    {
      values: { model: 'claude-haiku-4-5', thinking: 'on', temperature: 0.5 },
      refused: ['thinking'],
      sent: { temperature: 0.5 },
      omitted: [{ parameter: 'thinking', reason: 'remembered' }],
    },
    {
      values: { model: 'claude-sonnet-4-6', thinking: 'on', effort: 'low', temperature: 1 },
      refused: ['thinking', 'output_config', 'temperature'],
      sent: {},
      omitted: [
        { parameter: 'thinking', reason: 'remembered' },
        { parameter: 'effort', reason: 'remembered' },
        { parameter: 'temperature', reason: 'remembered' },
      ],
    },
    {
      values: { model: 'house-model', thinking: 'off', effort: 'max', temperature: 0.2 },
      sent: { thinking: { type: 'disabled' }, output_config: { effort: 'max' }, temperature: 0.2 },
    },
    { values: { model: 'house-model', thinking: 'on' }, sent: adaptive },
  ];
  for (const { values, refused, sent, omitted } of rows) {
    test(`${JSON.stringify(values)}${refused ? ` after a refusal of ${refused}` : ''}`, () => {
      const outcome = fitted(values, refused);
      const { model, max_tokens, messages, stream, ...rest } = outcome.request.body;
      assert.deepEqual(
        { sent: rest, omitted: outcome.omitted, version: outcome.request.version },
        { sent, omitted: omitted ?? [], version: 'temperature' in sent ? '2023-06-01' : null },
      );
      assert.deepEqual([model, messages, stream], [values.model, turns, true]);
    });
  }
});

test('max tokens over the maximum of the model are lowered and reported', () => {
  const { request, omitted } = fitted({ model: 'claude-haiku-4-5', maxTokens: 100_000 });
  assert.equal(request.body.max_tokens, 64_000);
  assert.deepEqual(omitted, [{ parameter: 'maxTokens', reason: 'above-maximum', sent: 64_000 }]);
});
