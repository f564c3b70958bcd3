import type { EndState } from '../core/run/endState.ts';
import type {
  HistoryActionId,
  MetricId,
  maxRuns,
  PickId,
  RunActionId,
  VersionActionId,
} from './historyIds.ts';
import type { FigureView } from './protocol.ts';

/** A button: what it does and its words. */
export interface HistoryActionView {
  readonly action: HistoryActionId;
  readonly label: string;
  /** The one a person most likely wants next. */
  readonly primary: boolean;
}

/** A button that opens a quick pick of the host. */
export interface PickView {
  readonly id: PickId;
  /** What is picked, such as `Model`. */
  readonly label: string;
  /** What stands now, such as `Claude Haiku 5.5 · 4,096 max tokens (n = 15)`. */
  readonly value: string;
  /** A sentence; empty for none. */
  readonly hover: string;
  /** Narrows what is shown. */
  readonly active: boolean;
}

/** A sentence with what can be done about it. */
export interface SentenceView {
  readonly text: string;
  /** A sentence; empty for none. */
  readonly hover: string;
  readonly buttons: readonly HistoryActionView[];
}

/** What stands in the place of figures and runs where there are none. */
export interface MessageView {
  readonly tone: 'neutral' | 'busy' | 'warning' | 'error';
  readonly text: string;
  /** Further sentences; null for none. */
  readonly detail: string | null;
  readonly buttons: readonly HistoryActionView[];
}

/** A run as a dot. */
export interface PointView {
  readonly run: string;
  /** Ms since 1970. */
  readonly x: number;
  /** In the chart's unit. */
  readonly y: number;
  /** Null where the version is unknown. */
  readonly version: number | null;
  /** Not counted in the figures: drawn hollow. */
  readonly leftOut: boolean;
  /** When it ran and its value, for the table. */
  readonly when: string;
  readonly value: string;
  /** All of it in one sentence, such as `24 Nov 14:02: TTLT 1.9 s, v4, complete`. */
  readonly hover: string;
}

/** The median of the counted runs of a version. */
export interface StepView {
  readonly version: number;
  /** In the chart's unit. */
  readonly y: number;
  /** Such as `v4: median 1.9 s, n = 8`. */
  readonly hover: string;
}

/** One metric over the runs. */
export interface ChartView {
  readonly metric: MetricId;
  readonly unit: 'ms' | 'tokens-per-second' | 'tokens' | 'dollars';
  /** Oldest first; at most {@link maxRuns}. */
  readonly points: readonly PointView[];
  /** At most one a version. */
  readonly steps: readonly StepView[];
  /** Baseline latency as a floor; null where there is none for this metric. */
  readonly floor: { readonly y: number; readonly hover: string } | null;
  /** The chart in one sentence, for the ear. */
  readonly description: string;
  /** Such as `The newest 1,000 of 4,210 runs.`; null when all are shown. */
  readonly note: string | null;
}

/** A text that the prompt had. */
export interface VersionView {
  /** Names it in messages: the hash of the text. */
  readonly id: string;
  /** Such as `v4`. */
  readonly name: string;
  /** Time of its first run, ms since 1970. */
  readonly at: number;
  /** Such as `−38 tokens`, `≈ +12 tokens`; empty for the first one and where a text is not kept. */
  readonly change: string;
  /** Such as `8 runs`. */
  readonly runs: string;
  /** Such as `current`, `reference`. */
  readonly badges: readonly string[];
  readonly hover: string;
  readonly actions: readonly { readonly action: VersionActionId; readonly label: string }[];
}

/** A run in the list. */
export interface RunRowView {
  readonly id: string;
  readonly endState: EndState;
  /** Numbers as they are shown; `–` where one does not exist. */
  readonly ttft: string;
  readonly ttlt: string;
  readonly outputTokens: string;
  /** Ms since 1970. */
  readonly at: number;
  /** Title of its prompt, where the list is of all prompts; null elsewhere. */
  readonly prompt: string | null;
  readonly model: string;
  /** What the person called it; null for none. */
  readonly label: string | null;
  /** Not counted in the figures. */
  readonly leftOut: boolean;
  /** Such as `compared`, where it was made for a comparison; null for none. */
  readonly mark: string | null;
  /** All of it in one sentence, for the ear and on hover: prompt, end state, numbers with their names, time, marks. */
  readonly hover: string;
}

/** A button for the selected runs, offered from `least` to `most` of them. */
export interface RunActionView {
  readonly action: RunActionId;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** What the list of runs is; its rows come by messages of their own. */
export interface RunListView {
  /** Changes with prompt, group and filters: another list begins at its top with nothing selected. */
  readonly id: string;
  readonly total: number;
  /** Such as `15 runs`. */
  readonly title: string;
  readonly filters: readonly PickView[];
  /** Null while nothing is filtered. */
  readonly clear: HistoryActionView | null;
  /** Stands in the place of the rows; null when there are some. */
  readonly empty: string | null;
  readonly actions: readonly RunActionView[];
}

/** A prompt in the list of all prompts. */
export interface PromptRowView {
  readonly id: string;
  readonly name: string;
  /** Such as `n = 15`. */
  readonly runs: string;
  /** Such as `TTLT 1.9 s`; `–` where it does not exist. */
  readonly median: string;
  /** Time of its last run, ms since 1970. */
  readonly at: number;
  /** Values of the newest runs, oldest first, all in one unit. */
  readonly trend: readonly number[];
  /** Such as `model retires 30 Nov`; null for none. */
  readonly note: string | null;
  /** All of it in one sentence, for the ear and on hover. */
  readonly hover: string;
}

/** All prompts of the history, the one that ran last first. */
export interface PromptListView {
  readonly title: string;
  readonly rows: readonly PromptRowView[];
  /** There are more, which `more-prompts` asks for. */
  readonly more: boolean;
}

/** All of the side panel but the rows of the list of runs; what is null is not shown. */
export interface HistoryView {
  readonly scope: PickView;
  readonly group: PickView | null;
  /** Such as `Simulated`. */
  readonly badges: readonly string[];
  /** A sentence above everything, such as that there is no database; its buttons include what dismisses it. */
  readonly notice: SentenceView | null;
  /** In the place of everything below: no run yet, loading, an error. */
  readonly message: MessageView | null;
  readonly figures: readonly FigureView[];
  readonly tokens: readonly FigureView[];
  /** What the figures count and leave out. */
  readonly counted: SentenceView | null;
  /** What was observed between the last two versions. */
  readonly observed: SentenceView | null;
  /** The metrics to choose from; empty without a chart. */
  readonly metrics: readonly { readonly id: MetricId; readonly label: string }[];
  readonly chart: ChartView | null;
  readonly baseline: SentenceView | null;
  /** Newest first. */
  readonly versions: readonly VersionView[];
  readonly runs: RunListView | null;
  readonly prompts: PromptListView | null;
  /** Such as `3 runs deleted`. */
  readonly undo: SentenceView | null;
  /** Below everything, such as `Stored on this computer only`. */
  readonly footer: SentenceView | null;
  /** One polite sentence for screen readers; said when it changes. */
  readonly announcement: string | null;
}

/** Rows that follow one another in the list of runs; they replace what stood between `after` and the last of them. */
export interface RunRowsView {
  /** Id of the list that they belong to. */
  readonly list: string;
  /** Id of the run that they follow; null from the newest on. */
  readonly after: string | null;
  readonly rows: readonly RunRowView[];
  /** Older ones exist, which `more-rows` asks for. */
  readonly more: boolean;
}
