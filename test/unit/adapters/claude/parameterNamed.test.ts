import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterNamed } from '../../../../src/adapters/claude/parameterNamed.ts';

const cases: readonly (readonly [string, string | null])[] = [
  ['temperature: Input should be less than or equal to 1', 'temperature'],
  ['`temperature` is not supported on this API version', 'temperature'],
  ['`temperature` may only be set to 1 when thinking is enabled.', 'temperature'],
  ["'temperature' is not supported", 'temperature'],
  ['temperature is deprecated for this model', 'temperature'],
  ['Unsupported parameter: temperature', 'temperature'],
  ['top_k: Extra inputs are not permitted', 'top_k'],
  ['max_tokens: 999999 > 64000, which is the maximum allowed number of output tokens', 'max_tokens'],
  ['output_config.effort: Input should be low, medium or high', 'output_config'],
  ['`output_config.effort` is not supported by this model', 'output_config'],
  ['This model does not support the effort parameter.', 'output_config'],
  ['thinking.type: "disabled" is not supported by this model', 'thinking'],
  ['thinking.enabled.budget_tokens: Input should be greater than or equal to 1024', 'thinking'],
  ['`thinking.type` `disabled` is not supported', 'thinking'],
  ['adaptive thinking is not supported on this model', 'thinking'],
  ['messages.0.content.0.text: cache_control cannot be set', 'messages'],
  ['messages: roles must alternate', 'messages'],
  ['Your request was malformed', null],
  ['error: something else', null],
  ['', null],
];

for (const [message, parameter] of cases) {
  test(`${JSON.stringify(message)} names ${parameter}`, () =>
    assert.equal(parameterNamed(message), parameter));
}
