import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { leversOf } from '../../../../src/core/advise/levers.ts';
import type { ModelInfo } from '../../../../src/core/request/model.ts';
import type { RunState, Span } from '../../../../src/core/run/state.ts';
import { type NewRunFacts, newRun } from '../../../support/newRuns.ts';

const model: ModelInfo = {
  id: 'claude-haiku-5-5',
  name: 'Claude Haiku 5.5',
  line: 'haiku',
  lifecycle: 'active',
  created: null,
  retires: null,
  maxInputTokens: null,
  maxOutputTokens: null,
  efforts: ['low', 'medium', 'high'],
  thinking: { supported: true, adaptive: true, budget: false, off: 'disabled' },
};

/** A run that was sent at 1,013 ms, waited, perhaps thought, and wrote until 4,013 ms. */
function run(waited: number, thought: number, facts: NewRunFacts = {}) {
  const textAt = 1_013 + waited + thought;
  const thinking: readonly Span[] =
    thought === 0 ? [] : [{ kind: 'thinking', startedAt: 1_013 + waited, endedAt: textAt }];
  const state: Partial<RunState> = {
    spans: [...thinking, { kind: 'text', startedAt: textAt, endedAt: 4_013 }],
    firstTokenAt: 1_013 + waited,
    firstTextAt: textAt,
    stoppedAt: 4_013,
    endedAt: 4_013,
    ...facts.state,
  };
  const usage = thought === 0 ? {} : { thinkingTokens: 100 };
  return newRun({ ...facts, state, usage: { ...usage, ...facts.usage } }).record;
}

const told = (record: ReturnType<typeof run>, of: ModelInfo | null = model) =>
  leversOf(record, of).map(({ id, ms, share }) => `${id} ${ms} ms ${Math.round(share * 100)} %`);

suite('the levers of a run, the one that touches most first', () => {
  test('one that mostly writes', () => {
    assert.deepEqual(told(run(600, 0)), [
      'model 3000 ms 100 %',
      'shorter-answer 2400 ms 80 %',
      'effort 2400 ms 80 %',
      'shorter-prompt 600 ms 20 %',
    ]);
  });
  test('one that mostly thinks', () => {
    assert.deepEqual(told(run(300, 2_100)), [
      'model 3000 ms 100 %',
      'effort 2700 ms 90 %',
      'thinking 2100 ms 70 %',
      'shorter-answer 600 ms 20 %',
      'shorter-prompt 300 ms 10 %',
    ]);
  });
  test('one that mostly writes tool input, at an effort that can be lowered', () => {
    const spans = [
      { kind: 'text', startedAt: 1_313, endedAt: 1_500 },
      { kind: 'other', startedAt: 1_613, endedAt: 4_013 },
    ] as const;
    const record = run(300, 0, { body: { output_config: { effort: 'high' } }, state: { spans } });
    assert.deepEqual(told(record), [
      'model 3000 ms 100 %',
      'shorter-answer 2700 ms 90 %',
      'effort 2700 ms 90 %',
      'shorter-prompt 300 ms 10 %',
    ]);
  });
  test('one that waits with a long input', () => {
    assert.deepEqual(told(run(2_700, 0, { usage: { inputTokens: 9_000 } })), [
      'model 3000 ms 100 %',
      'caching 2700 ms 90 %',
      'shorter-prompt 2700 ms 90 %',
      'shorter-answer 300 ms 10 %',
      'effort 300 ms 10 %',
    ]);
  });
});

suite('a lever is not offered', () => {
  const ids = (record: ReturnType<typeof run>, of: ModelInfo | null = model) =>
    leversOf(record, of).map(({ id }) => id);
  test('thinking, where it can’t be turned off', () => {
    const always = { ...model, thinking: { supported: true, adaptive: true, budget: false, off: null } };
    assert.ok(!ids(run(300, 2_100), always).includes('thinking'));
  });
  test('effort, where it is the lowest, or the model takes none', () => {
    const low = run(300, 0, { body: { output_config: { effort: 'low' } } });
    assert.ok(!ids(low).includes('effort'));
    assert.ok(!ids(run(300, 0), { ...model, efforts: [] }).includes('effort'));
    assert.ok(!ids(run(300, 0), { ...model, efforts: ['high'] }).includes('effort'));
    assert.ok(!ids(run(300, 0), null).includes('effort'));
  });
  test('caching, where it was cached already', () => {
    const cached = run(300, 0, { usage: { inputTokens: 100, cacheReadTokens: 9_000 } });
    assert.ok(!ids(cached).includes('caching'));
  });
  test('any, where the run did not come to its last token', () => {
    assert.deepEqual(ids(run(300, 0, { state: { stoppedAt: null, endState: 'cancelled' } })), []);
  });
});
