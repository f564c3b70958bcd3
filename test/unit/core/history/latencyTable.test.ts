import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LatencyTableWords, latencyTable } from '../../../../src/core/history/latencyTable.ts';
import { summaryOf } from '../../../../src/core/history/summary.ts';
import { runsOf } from './historyRuns.ts';

const words: LatencyTableWords = {
  language: 'en',
  group: 'Group',
  runs: 'Runs',
  p95: 'p95',
  metrics: {
    ttft: 'TTFT',
    'first-text': 'First text',
    ttlt: 'TTLT',
    otps: 'tok/s',
    'input-tokens': 'Input',
    'output-tokens': 'Output',
    cost: 'Cost',
    'cost-per-1000': 'Per 1,000',
  },
};

const five = summaryOf(runsOf([600, 610, 620, 630, 640], { usage: { inputTokens: 412 }, cost: 0.0005 }));
const twenty = summaryOf(runsOf(Array.from({ length: 20 }, (_, i) => 500 + 10 * i)));
const thinking = summaryOf(runsOf([900], { thought: true }));

test('one row a group, without first text and p95 where no group has them', () => {
  assert.deepEqual(latencyTable([{ name: 'Haiku', counted: 5, of: 7, summary: five }], words), {
    head: ['Group', 'Runs', 'TTFT', 'TTLT', 'tok/s', 'Input', 'Output', 'Per 1,000'],
    rows: [['Haiku', '5/7', '0.62 s ± 10 ms', '–', '–', '412 ± 0', '–', '$0.50 ± $0']],
  });
});

test('with first text and p95 where any group has them', () => {
  const groups = [
    { name: 'Haiku', counted: 20, of: 20, summary: twenty },
    { name: 'Opus', counted: 1, of: 1, summary: thinking },
  ];
  assert.deepEqual(latencyTable(groups, words), {
    head: [
      'Group',
      'Runs',
      'First text',
      'TTFT',
      'TTFT p95',
      'TTLT',
      'tok/s',
      'Input',
      'Output',
      'Per 1,000',
    ],
    rows: [
      ['Haiku', '20', '–', '0.60 s ± 48 ms', '0.68 s', '–', '–', '–', '–', '–'],
      ['Opus', '1', '–', '0.90 s', '–', '–', '–', '–', '–', '–'],
    ],
  });
});

test('without groups there is no row', () => {
  assert.deepEqual(latencyTable([], words).rows, []);
});
