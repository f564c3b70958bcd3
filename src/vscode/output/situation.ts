import type { DiffPart } from '../../core/compare/wordDiff.ts';
import type { PreviousRuns } from '../../core/history/previous.ts';
import type { PromptParameter } from '../../core/prompt/foundPrompt.ts';
import type { Omitted } from '../../core/request/fitRequest.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import type { Parameters, ParameterValues } from '../../core/request/parameters.ts';
import type { Price } from '../../core/request/prices.ts';
import type { RunPrompt, RunRecord } from '../../core/run/record.ts';

/** What the output panel has to show. */
export type Situation =
  | { readonly kind: 'empty' }
  /** The run waits for a key. */
  | { readonly kind: 'needs-key'; readonly prompt: RunPrompt }
  /** The run was not sent, since its model can't answer; another one has to be picked. */
  | {
      readonly kind: 'needs-model';
      readonly prompt: RunPrompt;
      readonly model: string;
      readonly reason: 'unknown' | 'retired';
      readonly suggestion: ModelInfo | null;
    }
  /** A gesture was made, nothing is sent yet. */
  | { readonly kind: 'preparing'; readonly prompt: RunPrompt }
  | { readonly kind: 'run'; readonly record: RunRecord };

/** The parameters of the next run as the chips show them. */
export interface ChipFacts {
  readonly parameters: Parameters;
  readonly omitted: readonly Omitted[];
  readonly model: ModelInfo | null;
  readonly role: RunPrompt['role'];
  /** The person switched it from the prompt's own. */
  readonly roleChanged: boolean;
  /** It is one text, which can be sent as either. */
  readonly canSwitchRole: boolean;
  readonly testMessage: string | null;
  readonly needsTestMessage: boolean;
  /** Where the prompt says what it says of a parameter. */
  readonly promptSources: PromptSources;
  /** Null where the prompt has no variables. */
  readonly values: ValueFacts | null;
}

/** Where a prompt's parameters stand: in its front matter, in the file beside it, in the call around it. */
export type PromptSources = Readonly<Partial<Record<keyof ParameterValues, PromptParameter['source']>>>;

/** What a prompt's variables are filled with. */
export interface ValueFacts {
  /** Name of the value set; null where the values were asked for. */
  readonly set: string | null;
  /** Each with its value, a secret one as `«name»`; null where it has none. */
  readonly variables: readonly { readonly name: string; readonly value: string | null }[];
}

/** The strongest hint for the prompt of a run; its words come with it, since only the hints know them. */
export interface RunHint {
  readonly runId: string;
  /** What is told, with the run's facts. */
  readonly text: string;
  /** A further sentence; null for none. */
  readonly detail: string | null;
  /** The words on the button of its fix; null where it has none. */
  readonly fixLabel: string | null;
}

/** How the shown answer differs from the reference answer of its prompt. */
export interface ReferenceDiff {
  /** When the reference run began: ms since 1970. */
  readonly startedAt: number;
  readonly difference: readonly DiffPart[] | 'none' | 'not-kept' | 'too-long';
}

/** Everything that the panel's view is made from. */
export interface OutputModel {
  readonly situation: Situation;
  readonly chips: ChipFacts | null;
  /** The prompt's text changed since the run. */
  readonly edited: boolean;
  /** The person said to keep waiting through the present silence. */
  readonly keepWaiting: boolean;
  /** Said once, until dismissed. */
  readonly notice: string | null;
  /** Null until it is found, where there is none, and when it was dismissed. */
  readonly hint: RunHint | null;
  /** The answer could go below the prompt in its document. */
  readonly canInsert: boolean;
  /** Price of the run's model; null where unknown. */
  readonly price: Price | null;
  /** What the run's numbers are read against; null while that is not known. */
  readonly previous: PreviousRuns | null;
  /** The run whose answer later answers of this prompt are held against; null for none. */
  readonly referenceId: string | null;
  /** Null until it is known, while the run goes on, and without a reference. */
  readonly referenceDiff: ReferenceDiff | null;
}
