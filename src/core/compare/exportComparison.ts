import { csvLine } from '../history/exportRuns.ts';
import { assertionCounts } from './assertionCounts.ts';
import { leftOutReason } from './comparedRun.ts';
import type { ArmRun, Comparison, ComparisonSetup } from './comparison.ts';
import { cacheStates, hasAllRuns, inputsOfBlocks, judgeOn, progressTo } from './judgeComparison.ts';

const head = [
  'run',
  'arm',
  'label',
  'model',
  'input',
  'block',
  'counted',
  'left_out',
  'end_state',
  'attempts',
  'ttft_ms',
  'first_text_ms',
  'ttlt_ms',
  'tokens_per_second',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cost_usd',
  'assertions_hold',
  'failed_assertions',
] as const;

/** The runs of a comparison as CSV, one line each in the order in which they were made; no texts. */
export function comparisonCsv(comparison: Comparison): string {
  return [csvLine(head), ...rowsOf(comparison).map((row) => csvLine(head.map((name) => row[name])))].join('');
}

/** A comparison with its runs as JSON, and with its verdict once all of them are made; no texts. */
export function comparisonJson(comparison: Comparison): string {
  const { id, startedAt, setup, outcome } = comparison;
  const { plan, varied, metric, inputs, arms, prompt } = setup;
  const exported = {
    id,
    startedAt,
    prompt: prompt.title,
    varied,
    metric,
    simulated: outcome.simulated,
    seed: plan.seed,
    runsEach: plan.runs,
    look: outcome.look,
    runsMissing: progressTo(setup, outcome.look, outcome.runs).remaining,
    failure: outcome.failure,
    inputs: inputs.map(({ name }) => name),
    arms: arms.map(({ name, label, model, change }) => ({ name, label, model, change })),
    assertions: (setup.assertions ?? []).map(({ type }) => type),
    heldByArm: assertionCounts(setup, outcome.runs).map(({ arm, held, checked }) => ({ arm, held, checked })),
    verdict: arms.length === 1 || hasAllRuns(comparison) ? judgeOn(setup, outcome.runs, metric) : null,
    blind: outcome.blind,
    runs: rowsOf(comparison),
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

type Row = Readonly<Record<(typeof head)[number], string | number | boolean | null>>;

function rowsOf({ setup, outcome }: Comparison): readonly Row[] {
  const caches = cacheStates(setup);
  const inputs = inputsOfBlocks(setup, outcome.runs);
  return outcome.runs.map((run): Row => {
    const arm = setup.arms.find(({ name }) => name === run.arm);
    const reason = leftOutReason({ ...run, value: null }, caches[run.arm] ?? 'any');
    const { numbers } = run;
    return {
      run: run.id,
      arm: run.arm,
      label: arm?.label ?? '',
      model: arm?.model ?? '',
      input: inputs.get(run.block) ?? '',
      block: run.block,
      counted: reason === null,
      left_out: reason ?? '',
      end_state: run.endState,
      attempts: run.attempts,
      ttft_ms: numbers.ttft,
      first_text_ms: numbers['first-text'],
      ttlt_ms: numbers.ttlt,
      tokens_per_second: numbers.otps,
      input_tokens: numbers['input-tokens'],
      output_tokens: numbers['output-tokens'],
      cache_read_tokens: run.cacheReadTokens,
      cost_usd: numbers.cost,
      assertions_hold: run.failedAssertions === undefined ? null : run.assertionsHold,
      failed_assertions: failedOf(setup, run),
    };
  });
}

/** Such as `2 regex no-match`: position, kind and reason, none of the person's words. */
function failedOf({ assertions = [] }: ComparisonSetup, { failedAssertions = [] }: ArmRun): string {
  return failedAssertions
    .map(({ assertion, fault }) => `${assertion + 1} ${assertions[assertion]?.type ?? ''} ${fault.kind}`)
    .join('; ');
}
