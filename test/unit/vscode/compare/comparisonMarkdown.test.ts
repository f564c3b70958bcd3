import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { noComparison } = await import('../../../../src/vscode/compare/compareModel.ts');
const { comparisonMarkdown } = await import('../../../../src/vscode/compare/copyComparison.ts');

test('a comparison as Markdown: sentences, arms, seed; no text of a prompt', () => {
  const runs = Array.from({ length: 10 }, (_, block) => [
    armRun('A', block, { ttlt: 6_000 + 10 * block }),
    armRun('B', block, { ttlt: 1_900 + 10 * block, 'output-tokens': 172 }),
  ]).flat();
  const comparison = sampleComparison({
    startedAt: new Date(2026, 10, 24, 14, 2).getTime(),
    arms: [{ label: 'HEAD | old', text: 'A secret text.' }, { label: 'as it stands' }],
    setup: { varied: 'prompt' },
    outcome: { runs, state: 'complete' },
  });
  const text = comparisonMarkdown({ ...noComparison, comparison, phase: 'complete' }, comparison);
  assert.deepEqual(text.replace(/, \w+ \d+, .*; an/, ', WHEN; an').split('\n'), [
    '### Compare greet.prompt.md',
    '',
    '- B is faster: TTLT −4.1 s (97 %: −4.1 s … −4.1 s), 10 runs each. On one input.',
    '- Of the −4.1 s: ±0 ms until the first token, −4.1 s after it, with −53 output tokens (estimates).',
    '- Also observed of B: 53 output tokens fewer.',
    '',
    '|  | Runs | TTLT | Interval | TTFT | tok/s | Input | Output | Cost |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    '| A · HEAD \\| old | 10 | 6.0 s | 6.0 s … 6.1 s (97.8 %) | 0.50 s | 150 | 40 | 225 | $0.001 |',
    '| B · as it stands | 10 | 1.9 s | 1.9 s … 2.0 s (97.8 %) | 0.50 s | 150 | 40 | 172 | $0.001 |',
    '',
    'Runs one after another in randomised blocks (seed 7), WHEN; an interval holds its level over both looks and all arms.',
    '',
  ]);
});

test('a measurement as Markdown: nothing of blocks and arms that it does not have', () => {
  const runs = [0, 1, 2, 3, 4].map((block) => armRun('A', block, { ttlt: 2_000 + 10 * block }));
  const comparison = sampleComparison({
    runs: 5,
    startedAt: new Date(2026, 10, 24, 14, 2).getTime(),
    arms: [{}],
    setup: { varied: 'nothing' },
    outcome: { runs, state: 'complete' },
  });
  const text = comparisonMarkdown({ ...noComparison, comparison, phase: 'complete' }, comparison);
  assert.match(text, /^### Measure greet\.prompt\.md\n/);
  assert.match(text, /\n\nRuns one after another, [^;]+\.\n$/);
});
