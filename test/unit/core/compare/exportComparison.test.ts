import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonCsv, comparisonJson } from '../../../../src/core/compare/exportComparison.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const comparison = sampleComparison({
  arms: [{ label: '=HEAD, "old"', text: 'A secret text.' }, { label: 'as it stands' }],
  setup: {
    assertions: [
      { type: 'contains', value: 'secret' },
      { type: 'json-schema', value: { required: ['secret'] } },
    ],
  },
  outcome: {
    runs: [
      armRun(
        'B',
        0,
        { ttlt: 1_500.5, otps: null },
        {
          assertionsHold: false,
          failedAssertions: [{ assertion: 1, fault: { kind: 'mismatch', path: '/secret', keyword: 'type' } }],
        },
      ),
      armRun('A', 0, { ttlt: null, cost: null }, { endState: 'failed' }),
    ],
  },
});

test('as CSV: a line a run, numbers plain, no formula, no text of a prompt', () => {
  assert.deepEqual(comparisonCsv(comparison).split('\r\n'), [
    'run,arm,label,model,input,block,counted,left_out,end_state,attempts,ttft_ms,first_text_ms,ttlt_ms,tokens_per_second,input_tokens,output_tokens,cache_read_tokens,cost_usd,assertions_hold,failed_assertions',
    'B0,B,as it stands,claude-haiku-5-5,as it stands,0,true,,complete,1,500,500,1500.5,,40,225,0,0.001,false,2 json-schema mismatch',
    `A0,A,"'=HEAD, ""old""",claude-haiku-5-5,as it stands,0,false,failed,failed,1,500,500,,150,40,225,0,,,`,
    '',
  ]);
});

test('every run carries its input, also one of a block that is run again and does not count either', () => {
  const inputs = ['short', 'long'].map((name) => ({ name, label: name, valueSet: name }));
  const runs = [
    armRun('A', 0, {}, { endState: 'failed' }),
    armRun('A', 1, {}),
    armRun('A', 20, {}, { id: 'again', endState: 'failed' }),
  ];
  const several = sampleComparison({ inputs, outcome: { runs } });
  const { blocks } = several.setup.plan;
  const exported = JSON.parse(comparisonJson(several));
  assert.deepEqual(
    [exported.inputs, exported.runs.map(({ run, input }: Record<string, string>) => [run, input])],
    [
      ['short', 'long'],
      [
        ['A0', blocks[0]?.input],
        ['A1', blocks[1]?.input],
        ['again', blocks[0]?.input],
      ],
    ],
  );
});

test('as JSON: plan, verdict and runs, no text of a prompt', () => {
  const text = comparisonJson(comparison);
  const { arms, seed, verdict, runsMissing, runs, assertions, heldByArm } = JSON.parse(text);
  const change = { model: 'claude-haiku-5-5' };
  assert.deepEqual(arms, [
    { name: 'A', label: '=HEAD, "old"', model: 'claude-haiku-5-5', change },
    { name: 'B', label: 'as it stands', model: 'claude-haiku-5-5', change },
  ]);
  assert.deepEqual(assertions, ['contains', 'json-schema']);
  assert.deepEqual(heldByArm, [
    { arm: 'A', held: 0, checked: 0 },
    { arm: 'B', held: 0, checked: 1 },
  ]);
  assert.deepEqual([seed, verdict, runsMissing, runs.length], [7, null, 20, 2]);
  assert.doesNotMatch(text, /secret|Greet/);
});

test('as JSON: the verdict once all runs of its look are made, not before', () => {
  const runs = [0, 1, 2, 3, 4].flatMap((block) =>
    ['A', 'B'].map((arm) =>
      armRun(arm, block, { ttlt: 2_000 + block }, { endState: arm === 'A' ? 'complete' : 'max-tokens' }),
    ),
  );
  const at = (look: number, made: number) => {
    const { verdict, runsMissing, failure } = JSON.parse(
      comparisonJson(
        sampleComparison({ runs: 5, outcome: { look, failure: 'offline', runs: runs.slice(0, made) } }),
      ),
    );
    return [verdict?.differences[0].verdict ?? null, runsMissing, failure];
  };
  assert.deepEqual(
    [at(0, 9), at(0, 10), at(1, 10)],
    [
      [null, 1, 'offline'],
      ['not-comparable', 0, 'offline'],
      [null, 20, 'offline'],
    ],
  );
});

test('as JSON: a measurement has its summary at any time', () => {
  const { verdict } = JSON.parse(
    comparisonJson(sampleComparison({ arms: [{}], outcome: { runs: [armRun('A', 0, {})] } })),
  );
  assert.deepEqual(verdict.arms[0].n, 1);
});
