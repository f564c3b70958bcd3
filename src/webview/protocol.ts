import type { DiffPart } from '../core/compare/wordDiff.ts';
import type { FailureKind } from '../core/failure.ts';
import type { EndState } from '../core/run/endState.ts';
import type { RunPhase } from '../core/run/phase.ts';

/** What a press in the panel can ask of the host; there is no message that names a command. */
export const actionIds = [
  'run',
  'run-again',
  'repeat-exactly',
  'stop',
  'keep-waiting',
  'enter-key',
  'get-key',
  'open-samples',
  'sample-run',
  'select-model',
  'use-suggested-model',
  'raise-max-tokens',
  'lower-effort',
  'run-without-parameter',
  'open-settings',
  'show-log',
  'open-as-document',
  'insert-below',
  'copy-answer',
  'copy-run',
  'set-reference',
  'clear-reference',
  'diff-reference',
  'copy-request',
  'copy-request-id',
  'reset-chips',
  'apply-hint',
  'dismiss-hint',
  'compare',
  'measure',
  'make-faster',
  'dismiss-notice',
] as const;

/** One of {@link actionIds}. */
export type ActionId = (typeof actionIds)[number];

/** A button: what it does and its words. */
export interface ActionView {
  readonly action: ActionId;
  readonly label: string;
  /** The one a person most likely wants next. */
  readonly primary: boolean;
}

/** The parameters that stand as chips over the answer. */
export const chipIds = [
  'role',
  'values',
  'model',
  'effort',
  'thinking',
  'max-tokens',
  'temperature',
  'system',
  'test-message',
] as const;

/** One of {@link chipIds}. */
export type ChipId = (typeof chipIds)[number];

/** One parameter of the next run, with where its value comes from. */
export interface ChipView {
  readonly id: ChipId;
  readonly label: string;
  readonly value: string;
  /** A sentence: the source, and why it is not sent where that is so. */
  readonly hover: string;
  /** Changed for this prompt in the panel. */
  readonly changed: boolean;
  /** The model does not take it, so it is not sent. */
  readonly omitted: boolean;
}

/** The numbers of the panel. */
export const figureIds = [
  'ttft',
  'first-text',
  'ttlt',
  'otps',
  'input-tokens',
  'output-tokens',
  'cost',
  'cost-per-1000',
] as const;

/** One of {@link figureIds}. */
export type FigureId = (typeof figureIds)[number];

/** A number as it is shown. */
export interface FigureView {
  readonly id: FigureId;
  readonly label: string;
  /** Formatted, with its unit; `–` where it does not exist. */
  readonly value: string;
  /** One sentence: what it measures, and why it is absent where it is. */
  readonly hover: string;
  /** Grey text under the number; null for none. */
  readonly note: string | null;
  /** Shown larger than its neighbours. */
  readonly leads: boolean;
}

/** What a stretch of the waterfall stands for. */
export type SegmentKind = 'connect' | 'wait' | 'thinking' | 'text' | 'retry' | 'gap';

/** A stretch of the waterfall; milliseconds from the start of the run. */
export interface SegmentView {
  readonly kind: SegmentKind;
  readonly startMs: number;
  readonly endMs: number;
  /** Such as `wait: 0.54 s`. */
  readonly label: string;
  /** The same with what there is to know beside it. */
  readonly hover: string;
}

/** The whole run on one line. */
export interface WaterfallView {
  readonly segments: readonly SegmentView[];
  readonly totalMs: number;
  /** The same in words, for the ear. */
  readonly description: string;
  /** Such as "you waited 6.1 s, retries included"; null with one attempt. */
  readonly note: string | null;
}

/** The mood of the state line. */
export type Tone = 'neutral' | 'busy' | 'success' | 'warning' | 'error';

/** The strongest hint for the prompt of a run. */
export interface HintView {
  /** What is told, with this run's facts. */
  readonly text: string;
  /** A further, grey sentence; null for none. */
  readonly detail: string | null;
  /** Its fix, where it has one, and the way to be rid of it. */
  readonly buttons: readonly ActionView[];
}

/** How the answer differs from the one that the person set as the reference. */
export interface ReferenceView {
  readonly title: string;
  /** The difference in one sentence, or why it is not shown. */
  readonly text: string;
  /** From the reference to this answer; empty where there is nothing to show. */
  readonly parts: readonly DiffPart[];
}

/** A labelled fact under Details. */
export interface DetailView {
  readonly label: string;
  readonly value: string;
}

/** What the answer was checked for. */
export interface AssertionsView {
  /** Such as `3 of 4 assertions hold`. */
  readonly title: string;
  readonly rows: readonly {
    readonly text: string;
    /** Why it does not hold; null where it does. */
    readonly fault: string | null;
  }[];
  readonly heldLabel: string;
  readonly failedLabel: string;
}

/** All of the panel but the answer's text and the request's code. */
export interface OutputView {
  /** Changes with each run; null before the first. */
  readonly runId: string | null;
  readonly phase: RunPhase;
  readonly endState: EndState | null;
  readonly failure: FailureKind | null;
  readonly title: string;
  /** Such as `as system prompt`, `14:02`. */
  readonly subtitle: readonly string[];
  /** Such as `Simulated`, `Sample`. */
  readonly badges: readonly string[];
  /** Such as "prompt edited since this run"; null for none. */
  readonly note: string | null;
  readonly chips: readonly ChipView[];
  readonly state: {
    readonly text: string;
    readonly tone: Tone;
    /** Further sentences: the next step, the request id. */
    readonly detail: string | null;
    readonly buttons: readonly ActionView[];
  };
  readonly figures: readonly FigureView[];
  readonly tokens: readonly FigureView[];
  readonly waterfall: WaterfallView | null;
  /** Where the time went, in one sentence; null while unknown. */
  readonly summary: string | null;
  /** Null while the run goes on and where nothing is worth telling. */
  readonly hint: HintView | null;
  /** What can be done about it; null where nothing can. */
  readonly summaryAction: ActionView | null;
  readonly actions: readonly ActionView[];
  readonly moreActions: readonly ActionView[];
  /** Heading of the fold over the thinking, such as `Thinking (hidden by the API: 1,167 tokens, billed)`; null without. */
  readonly thinking: string | null;
  /** Null while the run goes on and without a reference. */
  readonly reference: ReferenceView | null;
  /** Null where the prompt has none, and until the run has ended. */
  readonly assertions: AssertionsView | null;
  readonly details: readonly DetailView[];
  /** A sentence shown once over the answer, dismissible; null for none. */
  readonly notice: string | null;
  /** One polite sentence for screen readers, set when the run ends. */
  readonly announcement: string | null;
}

/** A piece of the answer; blocks never change their kind and only grow. */
export interface BlockView {
  readonly kind: 'text' | 'thinking' | 'tool' | 'other';
  /** Name of the tool or of the unknown block. */
  readonly name: string | null;
  readonly text: string;
}

/** Text to add to the block with this position, which is created first where `block` says how. */
export interface AppendView {
  readonly position: number;
  readonly create: Omit<BlockView, 'text'> | null;
  readonly text: string;
}

/** The languages in which the request is shown. */
export const requestLanguages = ['json', 'curl', 'python', 'typescript'] as const;

/** One of {@link requestLanguages}. */
export type RequestLanguage = (typeof requestLanguages)[number];

/** The words of the page that don't change with the run. */
export interface OutputStrings {
  readonly answer: string;
  readonly showRaw: string;
  readonly showMarkdown: string;
  readonly jumpToEnd: string;
  readonly copyCode: string;
  readonly copied: string;
  readonly request: string;
  readonly details: string;
  readonly more: string;
  readonly dismiss: string;
  readonly parameters: string;
  readonly figures: string;
  readonly waterfall: string;
  readonly hint: string;
  readonly onlyHere: string;
  readonly onlyInReference: string;
  readonly image: string;
  readonly toolCall: string;
  readonly learnMore: string;
  readonly longAnswer: string;
  readonly emptyTitle: string;
  readonly emptyBody: string;
  readonly panelLabel: string;
}

/** What the host says to the output panel. */
export type HostToOutput =
  /** The whole state: on `ready`, when the panel becomes visible, when a run begins. */
  | {
      readonly type: 'show';
      readonly view: OutputView;
      readonly blocks: readonly BlockView[];
      readonly strings: OutputStrings;
    }
  /** What changed since: `view` replaces the last one, `append` is applied in order. */
  | { readonly type: 'progress'; readonly view: OutputView | null; readonly append: readonly AppendView[] }
  /** The request as code, asked for by `request-opened`. */
  | { readonly type: 'request'; readonly language: RequestLanguage; readonly code: string };

/** The longest text that the page has copied: UTF-16 code units. */
export const maxCopyLength = 1_000_000;

/** What the output panel says to the host. */
export type OutputToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: ActionId }
  | { readonly type: 'chip'; readonly chip: ChipId }
  | { readonly type: 'request-opened'; readonly language: RequestLanguage }
  | { readonly type: 'copy-request'; readonly language: RequestLanguage }
  /** Code block copied by its button; at most {@link maxCopyLength}. */
  | { readonly type: 'copy-code'; readonly text: string }
  /** A link of the answer was pressed; the host shows it before opening it. */
  | { readonly type: 'open-link'; readonly url: string }
  /** A number's "learn more": its entry in the documentation. */
  | { readonly type: 'explain'; readonly figure: FigureId };
