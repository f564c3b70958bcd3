import type { BlindChoice } from '../../core/compare/blind.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { HistoryRun, NewRun, StoredRun } from '../../core/history/historyRun.ts';
import type { GroupRow, PromptRow, RunCursor, RunFilter, VersionRow } from '../../core/history/query.ts';

/** How the database was opened. */
export type HistoryOpening =
  | { readonly kind: 'opened'; readonly file: string }
  /** The file could not be used and was kept under another name; a fresh one was begun. */
  | {
      readonly kind: 'set-aside';
      readonly file: string;
      readonly asideFile: string;
      readonly reason: 'damaged' | 'newer';
    }
  /** There is no database here: runs are kept for this window only. */
  | { readonly kind: 'memory'; readonly reason: 'no-sqlite' | 'no-folder' | 'no-permission' };

/** What is kept at most; null for no limit. */
export interface Retention {
  readonly days: number | null;
  readonly runs: number | null;
  readonly bytes: number | null;
}

/** Who makes the runs of a comparison. */
export interface ComparisonHold {
  readonly holder: string;
  /** Ms since 1970, by the clock of the machine that all holders are on. */
  readonly now: number;
  readonly until: number;
}

/** The history of runs, shared by all windows. Every method rejects with an Error once the store is closed. */
export interface HistoryStore {
  readonly opening: HistoryOpening;
  /** Adds a finished run; resolves when it is on disk. The same id a second time changes nothing. */
  add(run: NewRun): Promise<void>;
  /** Prompts, the one that ran last first. */
  prompts(query: {
    readonly simulated: boolean;
    readonly limit: number;
    readonly offset: number;
  }): Promise<readonly PromptRow[]>;
  /** What {@link prompts} calls these prompts, by id; without those that have no such runs. */
  titles(promptIds: readonly number[], simulated: boolean): Promise<ReadonlyMap<number, string>>;
  /** Id of the prompt that goes by this key, or null when it never ran. */
  promptId(key: string): Promise<number | null>;
  /** Groups of a prompt's runs, the one that ran last first. */
  groups(promptId: number, simulated: boolean): Promise<readonly GroupRow[]>;
  /** Runs, newest first, at most 1,000 a page. */
  runs(
    filter: RunFilter,
    page: { readonly limit: number; readonly after: RunCursor | null },
  ): Promise<readonly HistoryRun[]>;
  count(filter: RunFilter): Promise<number>;
  /** Versions of a prompt's text, oldest first. */
  versions(promptId: number, simulated: boolean): Promise<readonly VersionRow[]>;
  run(id: string): Promise<StoredRun | null>;
  /** A prompt's text by its hash; null where it was not kept. */
  text(hash: string): Promise<string | null>;
  /** Comparisons, newest first. */
  comparisons(limit: number): Promise<readonly Comparison[]>;
  comparison(id: string): Promise<Comparison | null>;
  /**
   * Keeps how far a comparison has come; its plan stays as it was first kept, and so do its judgements, which only
   * {@link judgeComparison} adds to. It goes with the last of its runs.
   */
  saveComparison(comparison: Comparison): Promise<void>;
  /** Adds a blind judgement, in the place of an earlier one of the same two answers; nothing where the comparison is gone. */
  judgeComparison(id: string, choice: BlindChoice): Promise<void>;
  /**
   * Keeps a comparison for one of its holders, such as a window; a known holder keeps it longer. Resolves to null, or to
   * when another one's hold ends, and then nothing changed. One that was not saved yet is nobody's.
   */
  holdComparison(id: string, hold: ComparisonHold): Promise<number | null>;
  /** Ends a hold, where it is still this holder's. */
  letGoComparison(id: string, holder: string): Promise<void>;
  setLabel(id: string, label: string | null): Promise<void>;
  /** Takes runs out of sight; {@link restore} brings them back until the next {@link retain}. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /** Deletes everything for good. */
  clear(): Promise<void>;
  /** From now on runs of `key` belong to an earlier prompt, together with those that it has. */
  link(key: string, promptId: number): Promise<void>;
  /** A document was renamed: keys that begin with `from` (the whole URI, or a folder's with its slash) now begin with `to`. */
  rename(from: string, to: string): Promise<void>;
  /** Deletes what is older or more than allowed, and what was removed; resolves with the number of runs deleted. */
  retain(limits: Retention): Promise<number>;
  /** Size of the database in bytes; 0 in memory. */
  size(): Promise<number>;
  /** Calls back within a second after runs came or went, in any window; stops when disposed. */
  onDidChange(listener: () => void): { dispose(): void };
  close(): Promise<void>;
}
