import { type AssertionFault, withoutPath, withoutText } from '../assertions/checkAnswer.ts';
import type { FailureKind } from '../failure.ts';
import type { Assertion } from '../prompt/assertions.ts';
import type { ParameterValues } from '../request/parameters.ts';
import type { CachePlace } from '../request/rawFields.ts';
import type { PreparedRequest } from '../request/wireRequest.ts';
import { type RunPrompt, withoutPromptText } from '../run/record.ts';
import type { BlindChoice } from './blind.ts';
import type { CacheState, ComparedRun } from './comparedRun.ts';
import type { ComparisonPlan } from './plan.ts';

/** What differs between the arms; with `nothing` one arm is measured. Stored: ids are never renamed. */
export type Varied =
  | 'prompt'
  | 'model'
  | 'effort'
  | 'thinking'
  | 'max-tokens'
  | 'caching'
  | 'temperature'
  | 'prompt-and-model'
  | 'nothing';

/** The metrics that can carry the verdict. */
export const primaryMetrics = ['ttlt', 'first-text'] as const;

/** One of {@link primaryMetrics}. */
export type PrimaryMetric = (typeof primaryMetrics)[number];

/** The value of an arm as it goes to where the prompt has it from. */
export type ArmChange = Partial<
  Pick<ParameterValues, 'model' | 'effort' | 'thinking' | 'maxTokens' | 'temperature'>
> & {
  /** Where a cache breakpoint is set. */
  readonly cache?: CachePlace;
};

/** One of the things compared. */
export interface ComparisonArm {
  /** `A`, `B`, … */
  readonly name: string;
  /** What it is, such as `HEAD` or a model. */
  readonly label: string;
  /** The prompt's text in this arm; null where texts are not kept. */
  readonly text: string | null;
  readonly change: ArmChange;
  readonly model: string;
  readonly cache: CacheState;
  /** What is sent, by the position of its input; empty where texts are not kept. */
  readonly requests: readonly PreparedRequest[];
}

/** What all arms are run on; the plan names it by its name. */
export interface ComparisonInput {
  readonly name: string;
  readonly label: string;
  /** The value set that fills it; absent for the values last asked for. */
  readonly valueSet?: string;
}

/** What is compared and in which order; fixed before the first run, plain JSON. */
export interface ComparisonSetup {
  /** Its text is empty where texts are not kept. */
  readonly prompt: RunPrompt;
  readonly varied: Varied;
  readonly arms: readonly ComparisonArm[];
  readonly inputs: readonly ComparisonInput[];
  readonly metric: PrimaryMetric;
  readonly plan: ComparisonPlan;
  /** What every answer is checked for; absent where nothing is. */
  readonly assertions?: readonly Assertion[];
}

/** The numbers of a run that a comparison looks at: ms, tokens a second, tokens, US dollars; null where there is none. */
export interface ArmRunNumbers {
  readonly ttlt: number | null;
  readonly 'first-text': number | null;
  readonly ttft: number | null;
  readonly otps: number | null;
  readonly 'input-tokens': number | null;
  readonly 'output-tokens': number | null;
  readonly cost: number | null;
}

/** A number of {@link ArmRunNumbers}. */
export type ComparedNumber = keyof ArmRunNumbers;

/** An assertion that a run failed. */
export interface FailedAssertion {
  /** Its position among the comparison’s. */
  readonly assertion: number;
  readonly fault: AssertionFault;
}

/** A finished run of a comparison. */
export interface ArmRun extends Omit<ComparedRun, 'value'> {
  /** Its id in the history. */
  readonly id: string;
  readonly numbers: ArmRunNumbers;
  /** Absent where its answer was not checked. */
  readonly failedAssertions?: readonly FailedAssertion[];
}

/** How far a comparison has come; plain JSON. */
export interface ComparisonOutcome {
  /** `running` also after its window went away under it. */
  readonly state: 'running' | 'stopped' | 'complete';
  /** Why it stopped by itself; null where it did not. */
  readonly failure: FailureKind | null;
  /** The look that it is made for: 0, or 1 after “Run 10 More”. */
  readonly look: number;
  readonly simulated: boolean;
  readonly runs: readonly ArmRun[];
  readonly blind: readonly BlindChoice[];
}

/** A comparison as the history keeps it. */
export interface Comparison {
  readonly id: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  readonly setup: ComparisonSetup;
  readonly outcome: ComparisonOutcome;
}

/** Before the first run. */
export const noOutcome: ComparisonOutcome = {
  state: 'running',
  failure: null,
  look: 0,
  simulated: false,
  runs: [],
  blind: [],
};

/** The comparison without any text of the person's: prompts, requests, assertions. It can't go on from that. */
export function withoutComparisonTexts(comparison: Comparison): Comparison {
  const { setup, outcome } = comparison;
  const { assertions } = setup;
  return {
    ...comparison,
    outcome: { ...outcome, runs: outcome.runs.map(withoutPaths) },
    setup: {
      ...setup,
      prompt: withoutPromptText(setup.prompt),
      arms: setup.arms.map((arm) => ({ ...arm, text: null, requests: [] })),
      ...(assertions === undefined ? {} : { assertions: assertions.map(withoutText) }),
    },
  };
}

function withoutPaths(run: ArmRun): ArmRun {
  const failed = run.failedAssertions?.map((one) => ({ ...one, fault: withoutPath(one.fault) }));
  return failed === undefined ? run : { ...run, failedAssertions: failed };
}

/** Whether its requests are known, so that it can go on. */
export function canGoOn({ setup }: Comparison): boolean {
  return setup.arms.every(({ requests }) => requests.length === setup.inputs.length);
}
