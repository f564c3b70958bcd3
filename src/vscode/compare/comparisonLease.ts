import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { UserError } from '../userError.ts';

/** A comparison is this window's for so long after it was last heard of, in ms. */
const leaseMs = 15_000;
const renewMs = 5_000;

/** What one window has of a comparison while it makes its runs. */
export interface Lease {
  /** False once another window took it. */
  readonly held: boolean;
  /** Keeps it from now on for as long as one lasts; gives it up, and tells so, where another window has it. */
  renew(): Promise<void>;
  end(): Promise<void>;
}

/**
 * Takes a comparison for this window. One that a window held which is not heard of any more is waited for.
 * @param lost what to do when another window took it, since this one was held up for too long
 * @throws UserError where another window makes its runs
 */
export async function takeLease(id: string, store: HistoryStore, lost: () => void): Promise<Lease> {
  const { t } = vscode.l10n;
  const holder = randomUUID();
  const hold = () => store.holdComparison(id, { holder, now: Date.now(), until: Date.now() + leaseMs });
  const until = await hold();
  if (until !== null) await waitUntil(until);
  if (until !== null && (await hold()) !== null) {
    throw new UserError(
      t('Another window makes the runs of this comparison: stop it there, or wait until it has ended.'),
    );
  }
  let held = true;
  const renew = async () => {
    if (!held || (await hold()) === null) return;
    held = false;
    lost();
  };
  // A store that fails now fails the next run too, where it is told.
  const timer = setInterval(() => renew().catch(() => {}), renewMs);
  return {
    get held() {
      return held;
    },
    renew,
    end: async () => {
      clearInterval(timer);
      // It ends by itself where the history is closed already.
      await store.letGoComparison(id, holder).catch(() => {});
    },
  };
}

/** Waits for the end of a lease, with a word on why; whoever lives renews it before. */
async function waitUntil(until: number): Promise<void> {
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking whether another window still makes the runs of this comparison'),
    },
    () => new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now()))),
  );
}
