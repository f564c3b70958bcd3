import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../simulator/distribution.ts';
import { findModel } from '../../simulator/models.ts';
import { drawPace, drawThinkingTokens, type Pace } from '../../simulator/pace.ts';
import { readRequest } from '../../simulator/request.ts';
import { hello } from './exchange.ts';

const runs = 400;

function draws(id: string, inputTokens: number): readonly Pace[] {
  const model = findModel(id);
  assert.ok(model);
  return Array.from({ length: runs }, (_, run) =>
    drawPace(model, readRequest(hello), inputTokens, seeded(run, id)),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const ttft = (id: string, inputTokens = 20) => median(draws(id, inputTokens).map(({ ttftMs }) => ttftMs));
const lines = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5', 'claude-fable-5-2'];

test('smaller models answer sooner and write faster', () => {
  const waits = lines.map((id) => ttft(id));
  const speeds = lines.map((id) => median(draws(id, 20).map(({ tokensPerSecond }) => tokensPerSecond)));
  assert.deepEqual(
    waits,
    waits.toSorted((a, b) => a - b),
  );
  assert.deepEqual(
    speeds,
    speeds.toSorted((a, b) => b - a),
  );
});

test('ten thousand input tokens cost 0.2 to 2 s, by model', () => {
  for (const id of lines) {
    const added = ttft(id, 10_020) - ttft(id);
    assert.ok(added > 200 && added < 2000, `${id}: ${added} ms`);
  }
});

test('a few runs in a hundred are slow', () => {
  const waits = draws('claude-haiku-5-5', 20).map(({ ttftMs }) => ttftMs);
  const slow = waits.filter((wait) => wait > 1.6 * median(waits)).length / runs;
  assert.ok(slow > 0.02 && slow < 0.09, `${slow}`);
});

test('thinking grows with the effort and keeps to its budget', () => {
  const request = readRequest({ ...hello, thinking: { type: 'enabled', budget_tokens: 1024 } });
  const tokens = (effort: string, budget: boolean) => {
    const asked = { ...request, effort, ...(budget ? {} : { thinking: null }) };
    return Array.from({ length: runs }, (_, run) => drawThinkingTokens(asked, 500, seeded(run)));
  };
  const medians = ['low', 'medium', 'high', 'xhigh', 'max'].map((effort) => median(tokens(effort, false)));
  assert.deepEqual(
    medians,
    medians.toSorted((a, b) => a - b),
  );
  assert.equal(Math.max(...tokens('max', true)), 1024);
});
