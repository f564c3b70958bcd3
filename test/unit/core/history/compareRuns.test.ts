import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRuns } from '../../../../src/core/history/compareRuns.ts';
import { historyRun } from './historyRuns.ts';

const a = historyRun({
  promptHash: 'a',
  attempts: 2,
  metrics: {
    ttftMs: 600,
    firstTextMs: 600,
    ttltMs: 6_000,
    otps: 150,
    connectMs: 80,
    headersMs: 400,
    serverMs: 390,
    longestGapMs: 0,
    waitedMs: 9_000,
  },
  usage: { inputTokens: 400, cacheReadTokens: 0, outputTokens: 800, thinkingTokens: 0 },
  cost: 0.5,
});
const b = historyRun({
  promptHash: 'b',
  group: { model: 'claude-sonnet-5-5', temperature: 0.5 },
  metrics: {
    ttftMs: 450,
    firstTextMs: 450,
    ttltMs: 1_500,
    otps: null,
    connectMs: 40,
    headersMs: 300,
    serverMs: 195,
    longestGapMs: 60,
    waitedMs: 1_800,
  },
  usage: { inputTokens: 100, cacheReadTokens: 300, outputTokens: 200, thinkingTokens: 50 },
  cost: 0.125,
});

test('two runs, number by number', () => {
  assert.deepEqual(compareRuns(a, b), {
    numbers: [
      { id: 'ttft', unit: 'ms', a: 600, b: 450, difference: -150, share: -0.25 },
      { id: 'first-text', unit: 'ms', a: 600, b: 450, difference: -150, share: -0.25 },
      { id: 'ttlt', unit: 'ms', a: 6_000, b: 1_500, difference: -4_500, share: -0.75 },
      { id: 'otps', unit: 'tokens-per-second', a: 150, b: null, difference: null, share: null },
      { id: 'connect', unit: 'ms', a: 80, b: 40, difference: -40, share: -0.5 },
      { id: 'headers', unit: 'ms', a: 400, b: 300, difference: -100, share: -0.25 },
      { id: 'server', unit: 'ms', a: 390, b: 195, difference: -195, share: -0.5 },
      { id: 'longest-gap', unit: 'ms', a: 0, b: 60, difference: 60, share: null },
      { id: 'waited', unit: 'ms', a: 9_000, b: 1_800, difference: -7_200, share: -0.8 },
      { id: 'attempts', unit: 'count', a: 2, b: 1, difference: -1, share: -0.5 },
      { id: 'input-tokens', unit: 'tokens', a: 400, b: 400, difference: 0, share: 0 },
      { id: 'cached-tokens', unit: 'tokens', a: 0, b: 300, difference: 300, share: null },
      { id: 'output-tokens', unit: 'tokens', a: 800, b: 200, difference: -600, share: -0.75 },
      { id: 'thinking-tokens', unit: 'tokens', a: 0, b: 50, difference: 50, share: null },
      {
        id: 'cost',
        unit: 'dollars',
        a: 0.5,
        b: 0.125,
        difference: -0.375,
        share: -0.75,
      },
    ],
    group: ['model', 'temperature'],
    sameText: false,
  });
});

test('numbers that neither has are not there', () => {
  assert.deepEqual(compareRuns(historyRun(), historyRun()), {
    numbers: [{ id: 'attempts', unit: 'count', a: 1, b: 1, difference: 0, share: 0 }],
    group: [],
    sameText: true,
  });
});
