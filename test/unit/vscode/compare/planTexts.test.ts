import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Comparison } from '../../../../src/core/compare/comparison.ts';
import type { RunOutlook } from '../../../../src/core/compare/forecast.ts';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import type { Price } from '../../../../src/core/request/prices.ts';
import type { CompareModel } from '../../../../src/vscode/compare/compareModel.ts';
import { type ComparisonFacts, sampleComparison } from '../../../support/comparisons.ts';
import { historyRun } from '../../core/history/historyRuns.ts';

const { noComparison } = await import('../../../../src/vscode/compare/compareModel.ts');
const { planTexts } = await import('../../../../src/vscode/compare/views/planTexts.ts');

const price: Price = { input: 1, output: 5, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, long: null };
const known: RunOutlook = { inputTokens: 400, maxTokens: 1_000, price, usualMs: 5_000 };

/** Six runs of one text whose TTLT varies. */
const past: readonly HistoryRun[] = [5_000, 5_100, 5_200, 5_300, 5_400, 5_500].map((ttltMs, at) => {
  const run = historyRun({ id: `${at}` });
  return { ...run, metrics: { ...run.metrics, ttltMs } };
});

function planned(
  facts: ComparisonFacts,
  outlooks: Readonly<Record<string, RunOutlook | readonly RunOutlook[]>>,
  change: Partial<CompareModel> = {},
  runs: readonly HistoryRun[] = past,
): readonly string[] {
  const comparison = sampleComparison(facts);
  return planTexts({
    ...noComparison,
    comparison,
    outlook: { runs: byArm(comparison, outlooks), past: runs },
    ...change,
  });
}

/** One outlook for each input, or the same for all. */
function byArm(
  { setup }: Comparison,
  outlooks: Readonly<Record<string, RunOutlook | readonly RunOutlook[]>>,
) {
  return new Map(
    Object.entries(outlooks).map(([arm, own]) => [
      arm,
      new Map(
        setup.inputs.flatMap(({ name }, at) => {
          const outlook = 'maxTokens' in own ? own : own[at];
          return outlook === undefined ? [] : [[name, outlook] as const];
        }),
      ),
    ]),
  );
}

const trimmed: ComparisonFacts = {
  arms: [{ text: 'Greet the dear reader.' }, { text: 'Greet the reader.' }],
  setup: { varied: 'prompt' },
};

suite('the plan', () => {
  test('of two models that are known', () => {
    assert.deepEqual(planned({}, { A: known, B: known }), [
      '2 arms, 10 runs each on one input: 20 runs, one after another in random order.',
      'At most $0.14, ≈ 36,400 tokens at most, about 1 min 40 s; up to 6 runs made again included, all of max tokens written.',
      'Shows differences from about 0.26 s on.',
    ]);
  });
  test('of two models, one of which never ran', () => {
    assert.match(
      planned({}, { A: known, B: { ...known, usualMs: null } })[1] ?? '',
      / tokens at most, about 50 s and the time of B, unknown until it runs; /,
    );
  });
  test('of a prompt that never ran, with a model without a price', () => {
    assert.deepEqual(
      planned(
        { runs: 5 },
        { A: { ...known, price: null, usualMs: null }, B: { ...known, usualMs: null } },
        {},
        [],
      ),
      [
        '2 arms, 5 runs each on one input: 10 runs, one after another in random order.',
        'Cost unknown, ≈ 19,600 tokens at most, time unknown until it runs; up to 4 runs made again included, all of max tokens written.',
        'How small a difference it can show is not known: this prompt has too few runs yet.',
      ],
    );
  });
  test('of a prompt that only lost words', () => {
    assert.equal(
      planned(trimmed, { A: known, B: { ...known, inputTokens: 362 } })[3],
      '≈ 38 input tokens fewer ≈ −8 ms; these runs show about 0.26 s: run it for the answers, not the speed.',
    );
  });
  test('of a prompt that lost words and won others says nothing of that', () => {
    const facts = { ...trimmed, arms: [{ text: 'Greet the reader.' }, { text: 'Greet me.' }] };
    assert.equal(planned(facts, { A: known, B: { ...known, inputTokens: 362 } }).length, 3);
  });
  test('of one arm, with caching, a rate limit and what is left out', () => {
    assert.deepEqual(
      planned(
        { arms: [{}], setup: { varied: 'caching' } },
        { A: known },
        {
          rateLimit: { requestsRemaining: 3_999, tokensRemaining: null, reset: null },
          remarks: ['A, effort: Not sent: this model does not take it.'],
        },
      ),
      [
        '10 runs on one input, one after another.',
        'At most $0.07, ≈ 18,200 tokens at most, about 50 s; up to 3 runs made again included, all of max tokens written.',
        'The first run with caching only writes the cache: it does not count and is made again.',
        'Rate limit: 3,999 requests were left after the last run.',
        'A, effort: Not sent: this model does not take it.',
      ],
    );
  });
  test('of three inputs sums over all of them', () => {
    const inputs = ['short', 'long', 'odd'].map((name) => ({ name, label: name, valueSet: name }));
    const outlooks = [100, 2_000, 300].map((inputTokens) => ({ ...known, inputTokens }));
    assert.deepEqual(planned({ inputs }, { A: outlooks, B: outlooks }), [
      '2 arms, 12 runs each on 3 inputs: 24 runs, one after another in random order.',
      'Inputs: short, long, odd.',
      'At most $0.18, ≈ 61,200 tokens at most, about 2 min 0 s; up to 6 runs made again included, all of max tokens written.',
      'Shows differences from about 0.23 s on.',
    ]);
  });
  test('of one arm on two inputs', () => {
    const inputs = ['short', 'long'].map((name) => ({ name, label: name, valueSet: name }));
    assert.deepEqual(
      planned({ inputs, arms: [{}] }, { A: known })[0],
      '10 runs on 2 inputs, one after another.',
    );
  });
  test('of a prompt that only lost words, on two inputs', () => {
    const inputs = ['short', 'long'].map((name) => ({ name, label: name, valueSet: name }));
    const [before, after] = [
      [400, 800].map((inputTokens) => ({ ...known, inputTokens })),
      [362, 762].map((inputTokens) => ({ ...known, inputTokens })),
    ];
    assert.match(
      planned({ ...trimmed, inputs }, { A: before, B: after })[4] ?? '',
      /^≈ 38 input tokens fewer/,
    );
  });
  test('is gone once it began', () => {
    assert.deepEqual(planned({}, { A: known, B: known }, { phase: 'running' }), []);
  });
});
