import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyRun } from '../../core/history/historyRuns.ts';

const { runDifferencesTable } = await import('../../../../src/vscode/history/views/runDifferencesTable.ts');

const metrics = { ttltMs: 6_000 };

test('two runs of the same text: their numbers, and in words what was not asked alike', () => {
  const one = historyRun({ label: 'one | two', metrics, attempts: 1 });
  const other = historyRun({
    label: 'other',
    metrics: { ttltMs: 1_900 },
    endState: 'max-tokens',
    group: { model: 'claude-sonnet-5-5', maxTokens: 100, context: 'a', extra: 'b' },
  });
  assert.deepEqual(runDifferencesTable(one, other).split('\n'), [
    '|  | one \\| two | other | Difference |',
    '| --- | --- | --- | --- |',
    '| End | Complete | Cut at max tokens |  |',
    '| Model | claude-haiku-5-5 | claude-sonnet-5-5 |  |',
    '| TTLT | 6.0 s | 1.9 s | −4.1 s |',
    '| Attempts | 1 | 1 | ±0 |',
    '',
    'One run each: differences like these come by chance too. No verdict.',
    '',
    'The prompt’s text is the same.',
    '',
    'Not asked alike: the model, max tokens, system prompt or test message, further fields.',
    '',
  ]);
});

test('two runs that were asked alike, of another text', () => {
  const notes = runDifferencesTable(historyRun({ metrics }), historyRun({ metrics, promptHash: 'b' })).split(
    '\n\n',
  );
  assert.deepEqual(notes.slice(1), [
    'One run each: differences like these come by chance too. No verdict.',
    'The prompt’s text differs.\n',
  ]);
});
