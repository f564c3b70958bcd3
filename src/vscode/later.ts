import type * as vscode from 'vscode';

/** Something to do a while after it was last asked for; never once it is disposed. */
export interface Later extends vscode.Disposable {
  /** Does it after this time, in ms, and not when it was planned before. */
  plan(delayMs: number): void;
  /** Leaves it undone. */
  cancel(): void;
}

/** Plans `act`, which sees to its own errors. */
export function later(act: () => unknown): Later {
  let timer: NodeJS.Timeout | null = null;
  let isDisposed = false;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    plan(delayMs) {
      cancel();
      if (isDisposed) return;
      timer = setTimeout(() => {
        timer = null;
        act();
      }, delayMs);
    },
    cancel,
    dispose() {
      isDisposed = true;
      cancel();
    },
  };
}
