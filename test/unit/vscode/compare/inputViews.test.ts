import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArmRun, Comparison } from '../../../../src/core/compare/comparison.ts';
import type { CompareModel } from '../../../../src/vscode/compare/compareModel.ts';
import { armRun, type ComparisonFacts, sampleComparison } from '../../../support/comparisons.ts';

const { noComparison } = await import('../../../../src/vscode/compare/compareModel.ts');
const { comparisonMarkdown } = await import('../../../../src/vscode/compare/copyComparison.ts');
const { answersView, blindView, shownPairs } = await import(
  '../../../../src/vscode/compare/views/answerViews.ts'
);
const { inputTable } = await import('../../../../src/vscode/compare/views/inputTable.ts');
const { runsView, stripView } = await import('../../../../src/vscode/compare/views/runViews.ts');
const { compareView } = await import('../../../../src/vscode/compare/views/compareView.ts');

const inputs = ['short', 'long'].map((name) => ({ name, label: name, valueSet: name }));

/** Ten blocks on two inputs: runs on the long one take 8 s, else 2 s; B takes half as long. */
function made(facts: ComparisonFacts = {}): Comparison {
  const { setup } = sampleComparison({ inputs, ...facts });
  const runs = setup.plan.blocks.slice(0, 10).flatMap(({ id, input, arms }) =>
    arms.map((arm): ArmRun => {
      const whole = (input === 'long' ? 8_000 : 2_000) + 10 * id;
      return armRun(arm, id, { ttlt: arm === 'B' ? whole / 2 : whole }, endOf(facts, arm, id));
    }),
  );
  return sampleComparison({ inputs, ...facts, outcome: { runs } });
}

function endOf({ id }: ComparisonFacts, arm: string, block: number): Partial<ArmRun> {
  return id === 'cut' && arm === 'B' && block === 0 ? { endState: 'max-tokens' } : {};
}

const model = (comparison: Comparison, change: Partial<CompareModel> = {}): CompareModel => ({
  ...noComparison,
  comparison,
  phase: 'complete',
  answers: new Map(comparison.outcome.runs.map(({ id }) => [id, `The answer of ${id}.`])),
  ...change,
});

suite('the table by input', () => {
  const rows = (comparison: Comparison, change: Partial<CompareModel> = {}) => {
    const view = inputTable(model(comparison, change), comparison);
    return view === null
      ? null
      : [['', ...view.heads], ...view.rows.map(({ label, cells }) => [label, ...cells])];
  };
  test('tells medians and differences of each', () => {
    assert.deepEqual(rows(made()), [
      ['', 'Runs each', 'A', 'B', 'B against A'],
      ['short', '5', '2.1 s', '1.0 s', '−1.0 s (93.7 %: −1.0 s … −1.0 s)'],
      ['long', '5', '8.0 s', '4.0 s', '−4.0 s (93.7 %: −4.0 s … −4.0 s)'],
    ]);
  });
  test('tells no difference while runs are made', () => {
    assert.deepEqual(rows(made(), { phase: 'running' })?.[0], ['', 'Runs each', 'A', 'B']);
  });
  test('tells no difference where the arms did not end alike', () => {
    assert.deepEqual(rows(made({ id: 'cut' }))?.[0], ['', 'Runs each', 'A', 'B']);
  });
  test('tells no difference where it was stopped before all runs were made', () => {
    const comparison = made();
    const runs = comparison.outcome.runs.slice(0, -1);
    const stopped = { ...comparison, outcome: { ...comparison.outcome, runs } };
    assert.deepEqual(rows(stopped, { phase: 'stopped' })?.[0], ['', 'Runs each', 'A', 'B']);
  });
  test('tells how many count where they are not as many', () => {
    const comparison = made();
    const runs = comparison.outcome.runs.slice(0, -1);
    const some = { ...comparison, outcome: { ...comparison.outcome, runs } };
    assert.deepEqual(
      rows(some)
        ?.slice(1)
        .map(([, count]) => count)
        .toSorted(),
      ['4 to 5', '5'],
    );
  });
  test('is not there with one input', () => {
    assert.equal(rows(made({ inputs: [{ name: 'one', label: 'one' }] })), null);
  });
});

test('the verdict, the runs and their dots tell the inputs', () => {
  const comparison = made();
  const { verdicts } = compareView(model(comparison), 0);
  const { blocks } = comparison.setup.plan;
  assert.match(verdicts[0]?.text ?? '', /^B is faster: .*, 10 runs each\. On 2 inputs\.$/);
  assert.deepEqual(
    runsView(comparison)?.rows.map(({ cells }) => cells.at(-1)),
    comparison.outcome.runs.map(({ block }) => blocks[block]?.input),
  );
  assert.equal(
    stripView(comparison)?.rows[0]?.dots[0]?.hover,
    `A, block 1 on ${blocks[0]?.input}: ${blocks[0]?.input === 'long' ? '8.0 s' : '2.0 s'}`,
  );
});

test('the run under way tells its input', () => {
  const running = model(made(), { phase: 'running', current: { arm: 'B', input: 'long' } });
  assert.equal(compareView(running, 0).progress?.text, 'Run 21 of 20: B on long');
});

suite('answers side by side', () => {
  const comparison = made();
  test('are those to the chosen input', () => {
    for (const [at, { name }] of inputs.entries()) {
      const shown = model(comparison, { shownInput: at, shownPair: 1 });
      const view = answersView(shown);
      assert.deepEqual(
        [view?.position, view?.input?.options],
        [
          '2 of 5',
          inputs.map(({ label }, option) => ({ value: String(option), label, chosen: option === at })),
        ],
      );
      assert.deepEqual(
        shownPairs(shown).map(({ a, b }) => [
          comparison.setup.plan.blocks[a.block]?.input,
          b.block === a.block,
        ]),
        Array.from({ length: 5 }, () => [name, true]),
      );
    }
  });
  test('are those to another input where the chosen one has none', () => {
    const long = comparison.setup.plan.blocks.filter(({ input }) => input === 'long');
    const answers = new Map(
      long.flatMap(({ id }) => ['A', 'B'].map((arm) => [`${arm}${id}`, 'Yes.'] as const)),
    );
    const view = answersView(model(comparison, { answers }));
    assert.deepEqual(view?.input?.options, [{ value: '1', label: 'long', chosen: true }]);
  });
  test('judged blind, a pair tells its input', () => {
    const block = comparison.setup.plan.blocks[0];
    const pair = {
      block: 0,
      left: { arm: 'B', run: 'B0' },
      right: { arm: 'A', run: 'A0' },
    };
    assert.equal(blindView(model(comparison, { judging: [pair] }))?.position, `10 of 10, ${block?.input}`);
  });
});

test('as Markdown it has the table by input', () => {
  const comparison = made();
  assert.match(
    comparisonMarkdown(model(comparison), comparison),
    /\n\nTTLT by input; the verdict is on all together\n\n\| {2}\| Runs each \| A \| B \| B against A \|\n.*\n\| short \| 5 \|/,
  );
});
