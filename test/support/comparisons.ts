import {
  type ArmRun,
  type ArmRunNumbers,
  type Comparison,
  type ComparisonArm,
  type ComparisonInput,
  type ComparisonOutcome,
  type ComparisonSetup,
  noOutcome,
} from '../../src/core/compare/comparison.ts';
import { planComparison, type RunCount } from '../../src/core/compare/plan.ts';
import { testUri } from './newRuns.ts';

/** What a test says of a comparison; the rest is one of two models with nothing run yet. */
export interface ComparisonFacts {
  readonly id?: string;
  readonly startedAt?: number;
  readonly runs?: RunCount;
  readonly arms?: readonly Partial<ComparisonArm>[];
  readonly inputs?: readonly ComparisonInput[];
  readonly setup?: Partial<ComparisonSetup>;
  readonly outcome?: Partial<ComparisonOutcome>;
}

/** A comparison as the history keeps it. */
export function sampleComparison(facts: ComparisonFacts = {}): Comparison {
  const { id = 'comparison', startedAt = 1_800_000_000_000, runs = 10, outcome } = facts;
  const { inputs = [{ name: 'as it stands', label: 'as it stands' }] } = facts;
  const arms = (facts.arms ?? [{}, { model: 'claude-sonnet-5-5' }]).map((arm, at) =>
    sampleArm(arm, at, inputs.length),
  );
  return {
    id,
    startedAt,
    setup: {
      prompt: {
        key: testUri,
        title: 'greet.prompt.md',
        role: 'user',
        text: 'Greet the reader.',
        place: { uri: testUri, spans: null },
      },
      varied: 'model',
      arms,
      inputs,
      metric: 'ttlt',
      plan: planComparison({
        arms: arms.map(({ name }) => name),
        inputs: inputs.map(({ name }) => name),
        runs,
        looks: 2,
        pairing: 'with-first',
        seed: 7,
      }),
      ...facts.setup,
    },
    outcome: { ...noOutcome, ...outcome },
  };
}

/** A run of a comparison with these numbers; the rest of them is what a usual run has. */
export function armRun(
  arm: string,
  block: number,
  numbers: Partial<ArmRunNumbers>,
  more: Partial<ArmRun> = {},
): ArmRun {
  return {
    id: `${arm}${block}`,
    arm,
    block,
    attempts: 1,
    endState: 'complete',
    cacheReadTokens: 0,
    assertionsHold: true,
    numbers: {
      ttlt: 2_000,
      'first-text': 500,
      ttft: 500,
      otps: 150,
      'input-tokens': 40,
      'output-tokens': 225,
      cost: 0.001,
      ...numbers,
    },
    ...more,
  };
}

function sampleArm(facts: Partial<ComparisonArm>, at: number, inputs: number): ComparisonArm {
  const model = facts.model ?? 'claude-haiku-5-5';
  const text = facts.text ?? 'Greet the reader.';
  return {
    name: String.fromCharCode(65 + at),
    label: model,
    text,
    change: { model },
    model,
    cache: 'unread',
    requests: Array.from({ length: inputs }, () => ({
      body: {
        model,
        max_tokens: 4_096,
        messages: [{ role: 'user', content: [{ type: 'text', text }] }],
        stream: true,
      },
      version: null,
    })),
    ...facts,
  };
}
