import * as vscode from 'vscode';
import type { StoredRun } from '../core/history/historyRun.ts';
import type { RunRecord } from '../core/run/record.ts';
import type { Connections } from './connections.ts';
import type { HistoryAccess } from './history/historyAccess.ts';
import { recordRun } from './history/recordRun.ts';
import type { Keys } from './keys.ts';
import type { LastRunStore } from './lastRunStore.ts';
import type { Models } from './models.ts';
import type { OutputController } from './output/outputController.ts';
import { promptOfRun } from './prompt.ts';
import { currentPrompt } from './promptSource.ts';
import { currentPrice } from './requestPreparation.ts';
import type { RunFlow } from './runFlow.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

/** What remembers runs. */
export interface RunMemoryParts {
  readonly history: HistoryAccess;
  readonly lastRuns: LastRunStore;
  readonly estimates: TokenEstimates;
  readonly models: Models;
  readonly connections: Connections;
  readonly keys: Keys;
  readonly output: OutputController;
}

/**
 * Keeps what a finished run teaches; a stale model list is fetched anew in its wake. Never touches a sample, nor a run of
 * a comparison, which keeps its runs by itself.
 */
export async function settleRun(record: RunRecord, parts: RunMemoryParts): Promise<void> {
  if (record.sample || record.comparison !== undefined) return;
  const { history, lastRuns, estimates } = parts;
  const kept = await Promise.allSettled([
    recordRun(record, history),
    lastRuns.write(record.id),
    estimates.learn(record),
    renewModels(record, parts),
  ]);
  for (const result of kept) {
    if (result.status === 'rejected') throw result.reason;
  }
}

async function renewModels(
  { state, origin }: RunRecord,
  { models, connections, keys, output }: RunMemoryParts,
): Promise<void> {
  if (state.endState === 'failed' || !models.isStale(origin)) return;
  const endpoint = connections.endpoint();
  if (endpoint.origin !== origin) return;
  const key = await keys.find(origin);
  await models.refresh(connections.withKey(endpoint, key?.key ?? null), AbortSignal.timeout(10_000));
  const newer = await models.takeNewerDefault(origin);
  if (newer === null) return;
  const notice = vscode.l10n.t(
    '{0} is there, newer than the model you run by default. Select Model… switches to it.',
    newer.name,
  );
  output.update({ notice });
}

/** Shows the last run of the workspace again, unless something newer is shown; its prompt can be run again. */
export async function restoreRun(
  { lastRuns, history }: Pick<RunMemoryParts, 'lastRuns' | 'history'>,
  output: OutputController,
  flow: RunFlow,
): Promise<void> {
  const id = await lastRuns.read();
  if (id === null) return;
  const store = await history.open();
  const stored = await store.run(id);
  if (stored === null || output.model.situation.kind !== 'empty') return;
  await showStoredRun(stored, output, flow);
}

/** Shows a run of the history as it was; its prompt is the last one from then on and can be run again. */
export async function showStoredRun(
  { record, hasTexts }: StoredRun,
  output: OutputController,
  flow: RunFlow,
): Promise<void> {
  const notice = hasTexts
    ? null
    : vscode.l10n.t('The texts of this run were not kept: “promptTuner.history.storeText” was off.');
  output.show(
    { kind: 'run', record },
    { price: currentPrice(record.request.body.model), notice, chips: null, canInsert: false },
  );
  const prompt = promptOfRun(record.prompt);
  if (prompt === null) return;
  flow.follow(prompt);
  const now = await currentPrompt(prompt).catch(() => null);
  if (output.record?.id === record.id) output.update({ edited: now?.text !== record.prompt.text });
}
