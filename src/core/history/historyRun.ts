import type { FailureKind } from '../failure.ts';
import type { EndState } from '../run/endState.ts';
import type { RunMetrics } from '../run/metrics.ts';
import type { RunRecord } from '../run/record.ts';
import type { Usage } from '../run/usage.ts';
import type { RunGroup } from './runGroup.ts';

/** A run as it is handed to the history. */
export interface NewRun {
  readonly record: RunRecord;
  /** US dollars by the prices of its day; null where unknown. */
  readonly cost: number | null;
  /** Commit that was checked out in the prompt's repository; null without one. */
  readonly commit: string | null;
  /** Whether the prompt's document differed from that commit; null without one. */
  readonly modified: boolean | null;
  /** Whether the texts are kept too: prompt, request and answer. */
  readonly storeText: boolean;
}

/** What the history tells of a run at a glance: no texts; null where a number does not exist. */
export interface HistoryRun {
  readonly id: string;
  readonly promptId: number;
  readonly groupId: number;
  /** Wall-clock time of the start, ms since 1970. */
  readonly startedAt: number;
  /** SHA-256 of the prompt's text, hex. */
  readonly promptHash: string;
  readonly label: string | null;
  readonly commit: string | null;
  readonly modified: boolean | null;
  /** Id of the comparison that it was made for; null outside of one. */
  readonly comparisonId: string | null;
  readonly group: RunGroup;
  readonly endState: EndState;
  readonly failure: FailureKind | null;
  readonly cold: boolean;
  readonly concurrent: boolean;
  readonly attempts: number;
  readonly reused: boolean | null;
  /** Whether the model thought, shown or hidden. */
  readonly thought: boolean;
  readonly metrics: RunMetrics;
  readonly hostDelayMs: number | null;
  /** As billed; counts are null where the run ended before it told them. */
  readonly usage: Usage;
  readonly cost: number | null;
}

/** A run with all that is kept of it. */
export interface StoredRun {
  readonly run: HistoryRun;
  /** As it was; its texts are empty where they were not kept. */
  readonly record: RunRecord;
  readonly hasTexts: boolean;
}
