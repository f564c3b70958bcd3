import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sampleComparison } from '../../../support/comparisons.ts';
import { openTestHistory } from '../../../support/historyStores.ts';
import { type NewRunFacts, newRun } from '../../../support/newRuns.ts';

const { forecast, outlookOf } = await import('../../../../src/vscode/compare/outlook.ts');

type Estimates = Parameters<typeof outlookOf>[2];

/** What is known before a comparison of two models, of a prompt that ran like this, oldest first. */
async function outlookAfter(runs: readonly NewRunFacts[]) {
  const store = await openTestHistory(null);
  for (const [at, facts] of runs.entries()) await store.add(newRun({ id: `${at}`, startedAt: at, ...facts }));
  const { setup } = sampleComparison({ runs: 5 });
  const estimates = { ofRequest: async () => 40 } as unknown as Estimates;
  const outlook = await outlookOf(setup, store, estimates);
  const usual = setup.arms.map(({ name }) => outlook.runs.get(name)?.get('as it stands')?.usualMs ?? null);
  return {
    usual,
    past: outlook.past.map(({ id }) => id),
    detectable: forecast(setup, 0, outlook).detectable,
  };
}

/** Runs of the first model; the nth ends n × 100 ms later than the first. */
const runs = (count: number, facts: NewRunFacts = {}): readonly NewRunFacts[] =>
  Array.from({ length: count }, (_, at) => ({
    ...facts,
    state: { ...facts.state, stoppedAt: 3_000 + 100 * at },
  }));

suite('before a comparison', () => {
  test('a prompt that never ran tells nothing', async () => {
    assert.deepEqual(await outlookAfter([]), { usual: [null, null], past: [], detectable: null });
  });
  test('the usual time is that of counted runs with the arm’s model', async () => {
    const { usual, past } = await outlookAfter([...runs(3), ...runs(2, { attempts: 2 })]);
    assert.deepEqual(
      [usual, past],
      [
        [2_087, null],
        ['2', '1', '0'],
      ],
    );
  });
  test('five runs of one text tell what can be shown, four do not', async () => {
    const four = await outlookAfter([...runs(4), ...runs(4, { text: 'Greet them.' })]);
    assert.equal(four.detectable, null);
    const five = await outlookAfter([...runs(5), ...runs(4, { text: 'Greet them.' })]);
    assert.ok(five.detectable !== null && five.detectable > 0);
  });
  test('simulated runs and real ones are not mixed: those of the kind that ran last count', async () => {
    const simulated = { state: { simulated: true } };
    assert.deepEqual((await outlookAfter([...runs(2), ...runs(2, simulated)])).past, ['3', '2']);
    assert.deepEqual((await outlookAfter([...runs(2, simulated), ...runs(2)])).past, ['3', '2']);
  });
});
