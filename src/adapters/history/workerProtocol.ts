import type { HistoryOpening } from './historyStore.ts';
import type { NoDatabase } from './memoryStore.ts';
import type { StoreMethod } from './storeMethods.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly folder: string;
}

/** What is said to the worker. */
export type ToWorker =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: StoreMethod;
      readonly args: readonly unknown[];
    }
  /** Whether somebody wants to know of changes. */
  | { readonly kind: 'watch'; readonly on: boolean }
  /** Ends the worker after what was called before. */
  | { readonly kind: 'close' };

/** What the worker says first: whether it has a database. */
export type FirstFromWorker =
  | { readonly kind: 'opened'; readonly opening: HistoryOpening }
  | {
      readonly kind: 'unavailable';
      readonly reason: Exclude<NoDatabase, 'no-folder'>;
      readonly error: unknown;
    };

/** What the worker says from then on. */
export type FromWorker =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: unknown }
  /** Runs came or went, in any window. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'log'; readonly sentence: string };
