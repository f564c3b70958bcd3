import type { BlindPair } from '../../core/compare/blind.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { FailureKind } from '../../core/failure.ts';
import type { RateLimit } from '../../core/run/events.ts';
import type { Outlook } from './outlook.ts';

/** Where the shown comparison stands: `stopped` can go on, where its requests are known. */
export type ComparePhase = 'planned' | 'running' | 'stopped' | 'complete';

/** Everything that the comparison panel's view is made from. */
export interface CompareModel {
  /** Null before the first. */
  readonly comparison: Comparison | null;
  readonly phase: ComparePhase;
  /** What is known before the start; null once it began. */
  readonly outlook: Outlook | null;
  /** What the arms have to do without, one sentence each. */
  readonly remarks: readonly string[];
  /** As the last response told; null while unknown. */
  readonly rateLimit: RateLimit | null;
  /** Since when runs are made, ms of the monotonic clock; null while none are. */
  readonly runningSince: number | null;
  /** The run under way; null between runs. */
  readonly current: { readonly arm: string; readonly input: string } | null;
  /** Waits until then, ms of the monotonic clock; null while it does not. */
  readonly paused: { readonly until: number; readonly reason: FailureKind } | null;
  /** Answers by run, as far as they are kept. */
  readonly answers: ReadonlyMap<string, string>;
  /** The input whose answers are shown, by its position. */
  readonly shownInput: number;
  /** Which pair of answers to that input is shown. */
  readonly shownPair: number;
  /** Pairs that wait for a judgement; null while nobody judges. */
  readonly judging: readonly BlindPair[] | null;
  readonly notice: { readonly text: string; readonly undo: (() => Promise<void>) | null } | null;
  readonly announcement: string | null;
}

/** Before the first comparison. */
export const noComparison: CompareModel = {
  comparison: null,
  phase: 'planned',
  outlook: null,
  remarks: [],
  rateLimit: null,
  runningSince: null,
  current: null,
  paused: null,
  answers: new Map(),
  shownInput: 0,
  shownPair: 0,
  judging: null,
  notice: null,
  announcement: null,
};
