import type { EndState } from '../run/endState.ts';
import type { HistoryRun } from './historyRun.ts';
import type { RunGroup } from './runGroup.ts';

/** Which runs are meant; what is null does not narrow. */
export interface RunFilter {
  readonly promptId: number | null;
  readonly groupId: number | null;
  readonly model: string | null;
  readonly promptHash: string | null;
  /** Any of these; null for all. */
  readonly endStates: readonly EndState[] | null;
  /** Ms since 1970. */
  readonly since: number | null;
  /** Runs of the simulated Claude: only these, or none of them. */
  readonly simulated: boolean;
}

/** The runs that are meant: all of a kind, simulated or real, narrowed by what is named. */
export function runFilter(narrowed: Pick<RunFilter, 'simulated'> & Partial<RunFilter>): RunFilter {
  return {
    promptId: null,
    groupId: null,
    model: null,
    promptHash: null,
    endStates: null,
    since: null,
    ...narrowed,
  };
}

/** The last run of a page: the next page begins behind it. */
export interface RunCursor {
  readonly startedAt: number;
  readonly id: string;
}

/** A prompt of the history. */
export interface PromptRow {
  readonly promptId: number;
  /** The key that its newest run had. */
  readonly key: string;
  readonly title: string;
  readonly role: 'user' | 'system';
  readonly runs: number;
  readonly lastRun: HistoryRun;
  /** Newest clean runs of the last run's group, oldest first, at most 30. */
  readonly trend: readonly HistoryRun[];
}

/** A group of a prompt's runs. */
export interface GroupRow {
  readonly groupId: number;
  readonly group: RunGroup;
  readonly runs: number;
  /** Ms since 1970. */
  readonly lastRunAt: number;
}

/** A text that a prompt had; oldest first its number is 1. */
export interface VersionRow {
  readonly promptHash: string;
  readonly number: number;
  readonly runs: number;
  readonly firstRunAt: number;
  readonly lastRunAt: number;
  /** Whether the text itself is kept. */
  readonly hasText: boolean;
}
