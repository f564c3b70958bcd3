import type { HistoryStore } from './historyStore.ts';

/** What is asked of where the runs are kept, without the store's own life. */
export type StoreMethods = Omit<HistoryStore, 'opening' | 'onDidChange' | 'close'>;

/** The name of a method. */
export type StoreMethod = keyof StoreMethods;

/** The methods as they are answered where the runs are kept: at once or, where it takes long, in pieces. */
export type Answers = {
  readonly [M in StoreMethod]: (
    ...args: Parameters<StoreMethods[M]>
  ) => Awaited<ReturnType<StoreMethods[M]>> | ReturnType<StoreMethods[M]>;
};

/** Every method, and whether it may change something that is shown. */
export const changesRuns: Readonly<Record<StoreMethod, boolean>> = {
  add: true,
  prompts: false,
  titles: false,
  promptId: false,
  groups: false,
  runs: false,
  count: false,
  versions: false,
  run: false,
  text: false,
  comparisons: false,
  comparison: false,
  saveComparison: true,
  judgeComparison: true,
  holdComparison: false,
  letGoComparison: false,
  setLabel: true,
  remove: true,
  restore: true,
  clear: true,
  link: true,
  rename: true,
  retain: true,
  size: false,
};

/** The methods of a store, each by the same call. */
export function methodsBy(
  call: (method: StoreMethod, args: readonly unknown[]) => Promise<unknown>,
): StoreMethods {
  const methods = Object.keys(changesRuns).map((name) => [
    name,
    (...args: readonly unknown[]) => call(name as StoreMethod, args),
  ]);
  return Object.fromEntries(methods) as StoreMethods;
}
