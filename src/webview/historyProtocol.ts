import type { HistoryActionId, MetricId, PickId, RunActionId, VersionActionId } from './historyIds.ts';
import type { HistoryView, RunRowsView } from './historyView.ts';
import type { FigureId } from './protocol.ts';

/** The words of the page that don't change with what it shows. */
export interface HistoryStrings {
  readonly panelLabel: string;
  readonly figures: string;
  readonly learnMore: string;
  readonly metric: string;
  /** Names the chart for the ear, such as `Chart: arrow keys move from run to run, Enter opens the run`. */
  readonly chart: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly legendRun: string;
  readonly legendLeftOut: string;
  readonly legendMedian: string;
  readonly legendFloor: string;
  readonly columnWhen: string;
  readonly columnVersion: string;
  readonly columnCounted: string;
  readonly yes: string;
  readonly no: string;
  readonly versions: string;
  readonly showAllVersions: string;
  readonly showFewerVersions: string;
  readonly filters: string;
  /** Such as `{0} selected`. */
  readonly selected: string;
  readonly columnTtft: string;
  readonly columnTtlt: string;
  readonly columnOutput: string;
  readonly columnAge: string;
  /** Age of what is less than a minute old. */
  readonly now: string;
  readonly showMore: string;
}

/** What the host says to the side panel. */
export type HostToHistory =
  /** The whole state: on `ready`, and when the panel becomes visible. */
  | {
      readonly type: 'show';
      readonly view: HistoryView;
      readonly rows: RunRowsView | null;
      readonly strings: HistoryStrings;
    }
  /** What changed since: `view` replaces the last one, `rows` are taken in. */
  | { readonly type: 'update'; readonly view: HistoryView; readonly rows: RunRowsView | null }
  /** Rows asked for by `more-rows`. */
  | { readonly type: 'rows'; readonly rows: RunRowsView }
  /** These runs are no longer in the list. */
  | { readonly type: 'gone'; readonly runs: readonly string[] };

/** What the side panel says to the host. */
export type HistoryToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: HistoryActionId }
  /** `runs` are in the order of the list; at least one. */
  | { readonly type: 'run-action'; readonly action: RunActionId; readonly runs: readonly string[] }
  | { readonly type: 'version-action'; readonly action: VersionActionId; readonly version: string }
  | { readonly type: 'pick'; readonly pick: PickId }
  | { readonly type: 'metric'; readonly metric: MetricId }
  /** A row or a dot was pressed. */
  | { readonly type: 'open-run'; readonly run: string }
  | { readonly type: 'open-prompt'; readonly prompt: string }
  /** The selected runs are these now, in the order of the list. */
  | { readonly type: 'select'; readonly runs: readonly string[] }
  /** The rows of a list that follow the run `after`. */
  | { readonly type: 'more-rows'; readonly list: string; readonly after: string }
  | { readonly type: 'more-prompts' }
  /** A number's "learn more": its entry in the documentation. */
  | { readonly type: 'explain'; readonly figure: FigureId };
