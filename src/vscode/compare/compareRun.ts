import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { armRunOf } from '../../core/compare/armRun.ts';
import {
  type ArmRun,
  type Comparison,
  type ComparisonOutcome,
  withoutComparisonTexts,
} from '../../core/compare/comparison.ts';
import { type ConductEnd, conduct, type RunStep } from '../../core/compare/conduct.ts';
import type { FailureKind } from '../../core/failure.ts';
import { revealSecrets } from '../../core/prompt/hideSecrets.ts';
import { costOf } from '../../core/request/cost.ts';
import type { RunRecord } from '../../core/run/record.ts';
import type { Connections, OpenConnection } from '../connections.ts';
import type { HistoryAccess } from '../history/historyAccess.ts';
import { recordRun, storesText } from '../history/recordRun.ts';
import { reach } from '../milestones.ts';
import type { Models } from '../models.ts';
import { currentPrice } from '../requestPreparation.ts';
import type { ReservedRunner, Runner } from '../runner.ts';
import { planOf } from '../runPlan.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { UserError } from '../userError.ts';
import type { CompareController } from './compareController.ts';
import { type Lease, takeLease } from './comparisonLease.ts';
import type { SecretsByInput } from './comparisonSecrets.ts';

/** What making the runs of a comparison works on. */
export interface CompareRunParts {
  readonly runner: Runner;
  readonly connections: Connections;
  readonly models: Models;
  readonly history: HistoryAccess;
  readonly estimates: TokenEstimates;
  readonly controller: CompareController;
  readonly log: vscode.LogOutputChannel;
}

/** The warm-up gives up after this long: ms. */
const warmUpMs = 10_000;

/** How making runs ended; `taken-over`: another window has the comparison now. */
export type RunsEnd = ConductEnd['kind'] | 'taken-over';

/**
 * Makes the runs of the shown comparison up to a look, each kept as soon as it has ended; resolves when they are made,
 * or stopped, with null where none was begun.
 * @param secrets what its requests are sent with in the place of «names»
 * @throws UserError where a run is under way, or there is no key
 */
export async function makeRuns(
  comparison: Comparison,
  look: number,
  secrets: SecretsByInput,
  parts: CompareRunParts,
): Promise<RunsEnd | null> {
  const { runner, connections, models, controller } = parts;
  const { t } = vscode.l10n;
  if (runner.running) throw new UserError(t('A run is under way: start when it has ended.'));
  const open = await connections.open();
  if (open === 'declined') return null;
  if (open === 'no-key') {
    throw new UserError(t('Claude needs an API key.'), [
      { label: t('Enter API Key…'), act: () => vscode.commands.executeCommand('promptTuner.setApiKey') },
    ]);
  }
  const abort = new AbortController();
  const store = await parts.history.open();
  const lease = await takeLease(comparison.id, store, () => abort.abort());
  if (runner.running) {
    await lease.end();
    throw new UserError(t('A run is under way: start when it has ended.'));
  }
  const reserved = runner.reserve(() => abort.abort());
  try {
    // Another window may have made more of its runs since it was shown here.
    const known = (await store.comparison(comparison.id))?.outcome ?? comparison.outcome;
    const outcome: ComparisonOutcome = {
      ...known,
      state: 'running',
      failure: null,
      look: Math.max(look, known.look),
    };
    const begun = { ...comparison, outcome };
    controller.show(begun, 'running', {
      answers: controller.model.answers,
      runningSince: performance.now(),
    });
    // One free request, so that the first run is no colder than the others.
    await models.refresh(open.connection, AbortSignal.any([abort.signal, AbortSignal.timeout(warmUpMs)]));
    await keepWhileHeld(begun, lease, parts.history);
    // Before it was kept there was nothing to hold.
    await lease.renew();
    return await conductRuns(begun, { secrets, lease, reserved, open, signal: abort.signal }, parts);
  } finally {
    reserved.release();
    await lease.end();
    // Where an error ended it, what was made so far can go on.
    const { phase } = controller.model;
    controller.update({ current: null, paused: null, phase: phase === 'running' ? 'stopped' : phase });
  }
}

/** What making runs has hold of until they are made. */
interface RunsInHand {
  readonly secrets: SecretsByInput;
  readonly lease: Lease;
  readonly reserved: ReservedRunner;
  readonly open: OpenConnection;
  readonly signal: AbortSignal;
}

async function conductRuns(
  begun: Comparison,
  { secrets, lease, reserved, open, signal }: RunsInHand,
  parts: CompareRunParts,
): Promise<RunsEnd> {
  const { controller } = parts;
  const { setup, id } = begun;
  let { outcome } = begun;
  const keep = async (change: Partial<ComparisonOutcome>) => {
    outcome = { ...outcome, ...change };
    controller.progress(id, outcome);
    await keepWhileHeld({ ...begun, outcome }, lease, parts.history);
  };
  const end = await conduct(setup, outcome.look, outcome.runs, {
    cancelled: () => signal.aborted,
    pause: async (ms, reason: FailureKind) => {
      controller.update({ current: null, paused: { until: performance.now() + ms, reason } });
      // A stop ends it early.
      await setTimeout(ms, undefined, { signal }).catch(() => {});
      controller.update({ paused: null });
    },
    run: async (step) => {
      controller.update({ current: { arm: step.arm, input: step.input } });
      const record = await reserved.run(runPlan(begun, step, secrets, open));
      const run = await keepRun(record, step, parts);
      const simulated = outcome.simulated || record.state.simulated;
      await keep({ runs: [...outcome.runs, run], simulated });
      return { run, failure: record.state.failure };
    },
  });
  await keep({
    state: end.kind === 'complete' ? 'complete' : 'stopped',
    failure: end.kind === 'failed' ? end.failure.kind : null,
  });
  // Judgements of other windows, and all of it where one of them has it now.
  const kept = (await (await parts.history.open()).comparison(id))?.outcome;
  controller.progress(id, lease.held ? { blind: kept?.blind ?? outcome.blind } : (kept ?? outcome));
  // First: what is said of the answers comes with the verdict.
  await controller.readAnswers();
  controller.update({ phase: lease.held && end.kind === 'complete' ? 'complete' : 'stopped' });
  if (!lease.held) return 'taken-over';
  if (end.kind === 'complete') reach('promptTuner.comparisonMade');
  return end.kind;
}

/** Keeps a comparison while it is this window's: what another one goes on with is not written over. */
async function keepWhileHeld(comparison: Comparison, lease: Lease, history: HistoryAccess): Promise<void> {
  await lease.renew();
  if (lease.held) await keepComparison(comparison, history);
}

/** Keeps a comparison as far as it has come, without texts where they are not to be kept. */
async function keepComparison(comparison: Comparison, history: HistoryAccess): Promise<void> {
  const { place } = comparison.setup.prompt;
  const withTexts = place !== null && storesText(vscode.Uri.parse(place.uri));
  const store = await history.open();
  await store.saveComparison(withTexts ? comparison : withoutComparisonTexts(comparison));
}

function runPlan(
  { id, setup }: Comparison,
  { arm, input, block }: RunStep,
  secrets: SecretsByInput,
  open: OpenConnection,
) {
  const chosen = setup.arms.find(({ name }) => name === arm);
  const at = setup.inputs.findIndex(({ name }) => name === input);
  const shown = chosen?.requests[at];
  if (chosen === undefined || shown === undefined) throw new Error('The request of an arm is missing.');
  const valueSet = setup.inputs[at]?.valueSet;
  const prompt = {
    ...setup.prompt,
    text: chosen.text ?? setup.prompt.text,
    ...(valueSet === undefined ? {} : { valueSet }),
  };
  // Another attempt would be a run of another moment; what may pass is waited for between the runs.
  const values = secrets.get(input) ?? new Map<string, string>();
  const checks = {
    hidden: values.size === 0 ? null : { shown, values },
    assertions: setup.assertions ?? [],
  };
  const request = revealSecrets(shown, values);
  return { ...planOf(prompt, request, open, checks), maxAttempts: 1, comparison: { id, arm, block } };
}

async function keepRun(record: RunRecord, step: RunStep, parts: CompareRunParts): Promise<ArmRun> {
  const { state, request } = record;
  const cost = state.usageFinal ? costOf(state.usage, currentPrice(request.body.model)) : null;
  await recordRun(record, parts.history);
  parts.estimates.learn(record).catch((error: unknown) => parts.log.error(String(error)));
  return armRunOf(record, step, cost);
}
