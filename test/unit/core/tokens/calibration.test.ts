import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { noUsage, type Usage } from '../../../../src/core/run/usage.ts';
import {
  type Calibration,
  learn,
  learnedFrom,
  type ObservedRun,
  parseCalibration,
  ratioOf,
  uncalibrated,
} from '../../../../src/core/tokens/calibration.ts';
import { estimateInput, estimateText } from '../../../../src/core/tokens/estimate.ts';
import { countInput } from '../../../../src/core/tokens/rawInput.ts';

const observed = (usage: Partial<Usage>, more: Partial<ObservedRun> = {}): ObservedRun => ({
  modelId: 'claude-haiku-5-5',
  usage: { ...noUsage, ...usage },
  input: { raw: 100, messages: 1 },
  outputRaw: 100,
  thought: false,
  usedTools: false,
  ...more,
});

const learnAll = (runs: readonly ObservedRun[]): Calibration => runs.reduce(learn, uncalibrated);

test('before anything is learned the start ratios stand', () => {
  assert.deepEqual(
    [
      ratioOf(uncalibrated, 'old-tokenizer', 'input'),
      ratioOf(uncalibrated, 'new-tokenizer', 'output'),
      estimateInput({ raw: 100, messages: 2 }, 'old-tokenizer', uncalibrated),
      estimateText(100, 'new-tokenizer', uncalibrated),
    ],
    [1.14, 1.55, 130, 155],
  );
});

test('no text is no tokens', () => {
  assert.equal(estimateInput({ raw: 0, messages: 1 }, 'old-tokenizer', uncalibrated), 0);
});

test('input and output are learned apart, for the family of the model alone', () => {
  const learned = learnAll(Array(4).fill(observed({ inputTokens: 148, outputTokens: 170 })));
  assert.deepEqual(
    [
      ratioOf(learned, 'new-tokenizer', 'input'),
      ratioOf(learned, 'new-tokenizer', 'output'),
      ratioOf(learned, 'old-tokenizer', 'input'),
    ],
    [1.4, 1.7, 1.14],
  );
});

test('one odd run among few moves the ratio no further than the start', () => {
  const learned = learnAll([observed({ inputTokens: 388, outputTokens: 60 })]);
  assert.equal(ratioOf(learned, 'new-tokenizer', 'input'), 1.55);
});

test('the last 32 runs count', () => {
  const early = Array(40).fill(observed({ inputTokens: 208 }));
  const late = Array(32).fill(observed({ inputTokens: 108 }));
  const learned = learnAll([...early, ...late]);
  assert.equal(learnedFrom(learned, 'new-tokenizer', 'input'), 32);
  assert.equal(ratioOf(learned, 'new-tokenizer', 'input'), 1);
});

test('what was read from or written to the cache is input too', () => {
  const learned = learn(
    uncalibrated,
    observed({ inputTokens: 0, cacheReadTokens: 100, cacheCreationTokens: 48 }),
  );
  assert.deepEqual(learned.ratios['new-tokenizer'].input, [1.4]);
});

test('thinking is taken off the output', () => {
  const learned = learn(
    uncalibrated,
    observed({ outputTokens: 1_160, thinkingTokens: 1_000 }, { thought: true }),
  );
  assert.deepEqual(learned.ratios['new-tokenizer'].output, [1.6]);
});

test('texts of 20 tokens teach something', () => {
  const small = { input: { raw: 20, messages: 1 }, outputRaw: 20 };
  const { input, output } = learn(uncalibrated, observed({ inputTokens: 38, outputTokens: 30 }, small))
    .ratios['new-tokenizer'];
  assert.deepEqual([input, output], [[1.5], [1.5]]);
});

suite('these teach nothing', () => {
  const rows: Readonly<Record<string, ObservedRun>> = {
    'no counts': observed({}),
    'tiny texts': observed(
      { inputTokens: 27, outputTokens: 30 },
      { input: { raw: 19, messages: 1 }, outputRaw: 19 },
    ),
    'tools offered': observed({ inputTokens: 148, outputTokens: 170 }, { usedTools: true }),
    'a web search': observed({ inputTokens: 148, outputTokens: 170, webSearchRequests: 1 }),
    'a web fetch': observed({ inputTokens: 148, outputTokens: 170, webFetchRequests: 1 }),
    'thinking of unknown length, input unknown': observed({ outputTokens: 170 }, { thought: true }),
    'a response that did not end whole': observed({ outputTokens: 3 }, { outputRaw: null }),
    'counts of another text': observed({ inputTokens: 900, outputTokens: 10 }),
  };
  for (const [name, run] of Object.entries(rows)) {
    test(name, () => assert.deepEqual(learn(uncalibrated, run), uncalibrated));
  }
});

test('a stored calibration is read back, anything else is nothing learned', () => {
  const learned = learnAll([observed({ inputTokens: 148, outputTokens: 170 })]);
  assert.deepEqual(parseCalibration(JSON.parse(JSON.stringify(learned))), learned);
  for (const odd of [undefined, null, 'x', {}, { version: 2, ratios: learned.ratios }, { version: 1 }]) {
    assert.deepEqual(parseCalibration(odd), uncalibrated);
  }
});

test('odd values in a stored calibration are dropped and its length is bounded', () => {
  const stored = {
    version: 1,
    ratios: {
      'old-tokenizer': { input: ['1', 99, null, 1.2], output: Array(50).fill(1.1) },
      'new-tokenizer': 7,
    },
  };
  assert.deepEqual(parseCalibration(stored), {
    version: 1,
    ratios: {
      'old-tokenizer': { input: [1.2], output: Array(32).fill(1.1) },
      'new-tokenizer': { input: [], output: [] },
    },
  });
});

test('a request counts its system prompt, its texts and its messages', () => {
  const turns = [
    { role: 'user', content: [{ type: 'text', text: 'four' }, { type: 'image' }] },
    { role: 'assistant', content: [{ type: 'text', text: '' }] },
  ] as const;
  assert.deepEqual(
    countInput('sys', turns, (text) => text.length),
    { raw: 7, messages: 2 },
  );
});
