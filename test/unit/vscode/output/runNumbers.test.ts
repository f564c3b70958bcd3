import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Price } from '../../../../src/core/request/prices.ts';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import type { RunRecord } from '../../../../src/core/run/record.ts';
import { runNumbers } from '../../../../src/vscode/output/runNumbers.ts';
import {
  attempt,
  attemptFailed,
  block,
  closing,
  deltas,
  ended,
  messageStart,
  opening,
  play,
} from '../../core/run/script.ts';

const price: Price = {
  input: 1,
  output: 5,
  cacheRead: 0.1,
  cacheWrite5m: 1.25,
  cacheWrite1h: 2,
  long: null,
};

const recordOf = (events: readonly RunEvent[], model = 'claude-haiku-5-5'): RunRecord => ({
  id: 'run',
  startedAt: 0,
  prompt: { key: 'prompt', title: 'Prompt', role: 'user', text: 'Hello', place: null },
  request: { body: { model, max_tokens: 100, messages: [] }, version: null },
  origin: 'https://api.anthropic.com',
  baseUrl: 'https://api.anthropic.com',
  keySource: null,
  place: 'local',
  cold: false,
  concurrent: false,
  sample: false,
  hostDelayMs: null,
  state: play(events),
});

const lines = (record: RunRecord, withPrice: Price | null) => runNumbers(record, withPrice).split('\n');

suite('a run’s numbers as a table', () => {
  test('of a whole answer', () => {
    const events = [
      ...opening,
      block(2_000, 0, 'text'),
      ...deltas(2_000, 100, 0, 'text', Array(5).fill('0123456789')),
      ...closing(2_999, { inputTokens: 1_000, outputTokens: 100, cacheReadTokens: 200 }),
    ];
    assert.deepEqual(lines(recordOf(events), price), [
      '| Model | End | TTFT | First text | TTLT | tok/s | Input (billed) | Output (billed) | Cost | Attempts |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| claude-haiku-5-5 | complete | 0.95 s | 0.95 s | 2.0 s | 200 | 1,200 | 100 | $0.0015 | 1 |',
    ]);
  });

  test('of a run that broke: what is unknown is a dash, placeholders are not billed', () => {
    const events = [
      attempt(0),
      attemptFailed(10, 20),
      ...opening,
      messageStart(1_400, { inputTokens: 7, outputTokens: 3 }),
      ended(2_000, { kind: 'broken', code: null }),
    ];
    assert.equal(
      lines(recordOf(events), price)[2],
      '| claude-haiku-5-5 | broken | – | – | – | – | 7 | – | – | 2 |',
    );
  });

  test('without a price', () => {
    const events = [...opening, ...closing(1_400, { outputTokens: 3 })];
    assert.equal(
      lines(recordOf(events), null)[2],
      '| claude-haiku-5-5 | complete | – | – | 0.35 s | – | 10 | 3 | – | 1 |',
    );
  });

  test('a model’s name cannot break the table', () => {
    assert.equal(
      lines(recordOf([ended(0, { kind: 'cancelled' })], 'a|b'), null)[2],
      '| a\\|b | cancelled | – | – | – | – | – | – | – | 0 |',
    );
  });

  test('of the simulated Claude, says so', () => {
    const record = recordOf([...opening, ...closing(1_400)]);
    const simulated = { ...record, state: { ...record.state, simulated: true } };
    assert.deepEqual(
      lines(simulated, null).map((line) => line.split(' | ').at(-1)),
      ['Simulated |', '--- |', 'yes |'],
    );
  });
});
