import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArmRun, Comparison } from '../../../../src/core/compare/comparison.ts';
import type { CompareModel } from '../../../../src/vscode/compare/compareModel.ts';
import { answered } from '../../../support/answered.ts';
import { armRun, type ComparisonFacts, sampleComparison } from '../../../support/comparisons.ts';

const { noComparison } = await import('../../../../src/vscode/compare/compareModel.ts');
const { compareView } = await import('../../../../src/vscode/compare/views/compareView.ts');

/** So many blocks of two arms, five of which are planned for the first look; then further runs. */
function made(blocks: number, facts: ComparisonFacts = {}, more: readonly ArmRun[] = []): Comparison {
  const runs = Array.from({ length: blocks }, (_, block) => [
    armRun('A', block, { ttlt: 6_000 }),
    armRun('B', block, { ttlt: 2_000 }),
  ]).flat();
  return sampleComparison({
    runs: 5,
    arms: [{ change: { model: 'a' } }, { change: { model: 'b' } }],
    ...facts,
    outcome: { runs: [...runs, ...more], ...facts.outcome },
  });
}

const view = (comparison: Comparison, change: Partial<CompareModel>) =>
  compareView({ ...noComparison, comparison, ...change }, 1_000);

suite('the buttons of a comparison', () => {
  const whole = answered(['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e']);
  const { comparison } = whole;
  assert.ok(comparison !== null);
  const second = { ...comparison, outcome: { ...comparison.outcome, look: 1 } };
  const unkept = sampleComparison({ runs: 5, arms: [{ requests: [] }, { requests: [] }] });
  const cases: Readonly<Record<string, readonly [CompareModel, readonly string[]]>> = {
    'before its start': [{ ...noComparison, comparison: made(0), phase: 'planned' }, ['start']],
    'while runs are made': [{ ...noComparison, comparison: made(2), phase: 'running' }, ['stop']],
    'stopped, without answers': [
      { ...noComparison, comparison: made(2), phase: 'stopped' },
      ['go-on', 'run-again', 'copy', 'export'],
    ],
    'complete at its first look': [whole, ['run-more', 'judge', 'run-again', 'copy', 'export']],
    'complete at its second look': [
      { ...whole, comparison: second },
      ['judge', 'run-again', 'copy', 'export'],
    ],
    'whose texts were not kept': [
      { ...noComparison, comparison: unkept, phase: 'stopped' },
      ['copy', 'export'],
    ],
  };
  for (const [name, [model, actions]] of Object.entries(cases)) {
    test(name, () =>
      assert.deepEqual(
        compareView(model, 0).buttons.map(({ action }) => action),
        actions,
      ),
    );
  }
});

suite('an arm can be kept', () => {
  const kept = (comparison: Comparison, phase: CompareModel['phase']) =>
    view(comparison, { phase }).arms?.rows.map(({ keep }) => keep);
  test('once no run is made any more', () => {
    assert.deepEqual(kept(made(5), 'complete'), ['Keep A', 'Keep B']);
    assert.deepEqual(kept(made(2), 'stopped'), ['Keep A', 'Keep B']);
    assert.deepEqual(kept(made(2), 'running'), [null, null]);
  });
  test('where it changes something, or has a text', () => {
    assert.deepEqual(kept(made(5, { arms: [{ change: {} }, { change: { model: 'b' } }] }), 'complete'), [
      null,
      'Keep B',
    ]);
    const texts = { arms: [{ text: null }, { text: 'Greet.' }], setup: { varied: 'prompt' as const } };
    assert.deepEqual(kept(made(5, texts), 'complete'), [null, 'Keep B']);
  });
});

suite('what a comparison tells of its runs', () => {
  test('under way: which one, what is left and what was spent', () => {
    const { progress } = view(made(2), { phase: 'running', current: { arm: 'B', input: 'as it stands' } });
    assert.deepEqual(progress, {
      text: 'Run 5 of 10: B',
      detail: 'about 24 s left · $0.004 so far',
      share: 0.4,
    });
  });
  test('waiting: for what and how long', () => {
    const paused = { until: 6_000, reason: 'rate-limit' as const };
    assert.equal(
      view(made(2), { phase: 'running', paused }).progress?.text,
      'Rate limit reached: waiting 5.0 s',
    );
  });
  test('stopped by a failure: which one, and no verdict', () => {
    const { facts, verdicts } = view(made(2, { outcome: { failure: 'rate-limit' } }), { phase: 'stopped' });
    assert.equal(facts[0], 'Stopped: Rate limit reached.');
    assert.deepEqual(
      verdicts.map(({ text }) => text),
      ['No verdict: not all runs of the plan were made.'],
    );
  });
  // At most two of five blocks are made again; their ids follow on those of both looks.
  for (const [failed, told] of [
    [2, []],
    [3, ['1 block is missing: too many runs did not count to make all of them again.']],
    [5, ['3 blocks are missing: too many runs did not count to make all of them again.']],
  ] as const) {
    test(`${failed} of five blocks with a run that does not count: how many are missing`, () => {
      const broken = Array.from({ length: failed }, (_, at) => [
        armRun('A', 4 - at, {}, { endState: 'failed' }),
        armRun('B', 4 - at, {}),
      ]).flat();
      const again = [15, 16].flatMap((block) => [armRun('A', block, {}), armRun('B', block, {})]);
      const { facts } = view(made(5 - failed, {}, [...broken, ...again]), { phase: 'complete' });
      assert.deepEqual(
        facts.filter((text) => text.includes('missing')),
        told,
      );
    });
  }
  test('that do not count: their dots are told apart', () => {
    const left = armRun('A', 5, { ttlt: 9_000 }, { cacheReadTokens: 400 });
    const { strip } = view(made(5, { arms: [{ cache: 'unread' }, {}] }, [left]), { phase: 'stopped' });
    assert.deepEqual(
      strip?.rows[0]?.dots.map(({ leftOut }) => leftOut),
      [false, false, false, false, false, true],
    );
  });
});
