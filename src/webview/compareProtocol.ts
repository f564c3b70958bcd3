import type { Preference } from '../core/compare/blind.ts';
import type { PrimaryMetric } from '../core/compare/comparison.ts';
import type { RunCount } from '../core/compare/plan.ts';
import type { DiffPart } from '../core/compare/wordDiff.ts';

/** What a press in the comparison panel can ask of the host without naming an arm or a run. */
export const compareActionIds = [
  'new',
  'start',
  'stop',
  'go-on',
  'run-more',
  'run-again',
  'copy',
  'export',
  'judge',
  'end-judging',
  'previous-answers',
  'next-answers',
  'undo',
  'dismiss-notice',
] as const;

/** One of {@link compareActionIds}. */
export type CompareActionId = (typeof compareActionIds)[number];

/** The longest id of a run and the longest name of an arm: characters. */
export const maxCompareIdLength = 100;

/** A button: what it does and its words. */
export interface CompareActionView {
  readonly action: CompareActionId;
  readonly label: string;
  /** The one a person most likely wants next. */
  readonly primary: boolean;
}

/** A choice of one: before the start what is fixed then, beside the answers the input. */
export interface ChoiceView {
  readonly id: 'runs' | 'metric' | 'input';
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
}

/** How the comparison goes on while it runs. */
export interface ProgressView {
  /** Such as `Run 7 of 20: B`. */
  readonly text: string;
  /** Such as `about 62 s left · $0.012 so far`. */
  readonly detail: string;
  /** 0 … 1. */
  readonly share: number;
}

/** What the comparison says, the first sentence largest. */
export interface VerdictView {
  readonly text: string;
  /** `shown`: a difference is shown · `open`: none is · `warning`: nothing may be concluded. */
  readonly tone: 'shown' | 'open' | 'warning';
}

/** An arm as a row of the table. */
export interface ArmRowView {
  readonly name: string;
  readonly label: string;
  /** In the order of the table's heads. */
  readonly cells: readonly string[];
  /** Such as `Keep B`; null where there is nothing to keep. */
  readonly keep: string | null;
}

/** The arms as a table. */
export interface ArmTableView {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly ArmRowView[];
}

/** What each input tells by itself, as a table. */
export interface InputTableView {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** In the order of the heads. */
    readonly cells: readonly string[];
  }[];
}

/** A run as a dot; `at` in percent of the scale. */
export interface DotView {
  readonly run: string;
  readonly at: number;
  readonly leftOut: boolean;
  readonly hover: string;
}

/** An arm's runs on the common scale; positions in percent. */
export interface StripRowView {
  readonly arm: string;
  readonly dots: readonly DotView[];
  readonly median: number | null;
  readonly interval: readonly [from: number, to: number] | null;
  /** The same in words. */
  readonly hover: string;
}

/** All runs on one scale. */
export interface StripView {
  readonly title: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly StripRowView[];
}

/** A run as a row of the table of runs. */
export interface CompareRunView {
  readonly run: string;
  readonly arm: string;
  readonly cells: readonly string[];
  readonly leftOut: boolean;
}

/** All runs as a table. */
export interface CompareRunsView {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly CompareRunView[];
}

/** Two answers from one block side by side. */
export interface AnswersView {
  /** Such as `1 of 10`. */
  readonly position: string;
  /** Which input they answer; null with one input. */
  readonly input: ChoiceView | null;
  readonly left: AnswerView;
  readonly right: AnswerView;
  /** Previous and next. */
  readonly buttons: readonly CompareActionView[];
}

/** An answer with what the other one has not. */
export interface AnswerView {
  readonly title: string;
  readonly parts: readonly DiffPart[];
}

/** Two answers to be judged without knowing whose they are. */
export interface BlindView {
  /** Such as `3 of 10`. */
  readonly position: string;
  readonly left: string;
  readonly right: string;
  readonly choices: readonly {
    readonly preference: Preference;
    readonly label: string;
    /** The key that chooses it. */
    readonly key: string;
  }[];
  readonly buttons: readonly CompareActionView[];
}

/** All of the comparison panel; what is null is not shown. */
export interface CompareView {
  /** Changes with each comparison; null before the first. */
  readonly id: string | null;
  readonly title: string;
  readonly subtitle: readonly string[];
  /** Such as `Simulated`. */
  readonly badges: readonly string[];
  /** In the place of everything below. */
  readonly message: string | null;
  readonly notice: { readonly text: string; readonly buttons: readonly CompareActionView[] } | null;
  readonly verdicts: readonly VerdictView[];
  /** Further facts, one sentence each. */
  readonly facts: readonly string[];
  readonly choices: readonly ChoiceView[];
  /** What the comparison will take, one sentence each; empty once it began. */
  readonly plan: readonly string[];
  readonly progress: ProgressView | null;
  readonly buttons: readonly CompareActionView[];
  readonly arms: ArmTableView | null;
  /** Null with one input. */
  readonly inputs: InputTableView | null;
  readonly strip: StripView | null;
  readonly answers: AnswersView | null;
  readonly blind: BlindView | null;
  readonly runs: CompareRunsView | null;
  /** One polite sentence for screen readers; said when it changes. */
  readonly announcement: string | null;
}

/** The words of the page that don't change. */
export interface CompareStrings {
  readonly panelLabel: string;
  readonly verdict: string;
  readonly plan: string;
  readonly answers: string;
  readonly blind: string;
  readonly openRun: string;
  readonly median: string;
  readonly interval: string;
  readonly run: string;
  readonly notCounted: string;
  readonly removed: string;
  readonly added: string;
}

/** What the host says to the comparison panel: always the whole state. */
export interface HostToCompare {
  readonly type: 'show';
  readonly view: CompareView;
  readonly strings: CompareStrings;
}

/** What the comparison panel says to the host. */
export type CompareToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: CompareActionId }
  | { readonly type: 'runs'; readonly runs: RunCount }
  | { readonly type: 'metric'; readonly metric: PrimaryMetric }
  /** Shows the answers to an input, by its position. */
  | { readonly type: 'input'; readonly at: number }
  | { readonly type: 'keep'; readonly arm: string }
  | { readonly type: 'open-run'; readonly run: string }
  | { readonly type: 'prefer'; readonly preference: Preference };
