import * as vscode from 'vscode';
import { measuredBaseline } from '../../core/history/baseline.ts';
import type { RunGroup } from '../../core/history/runGroup.ts';
import { findModel } from '../../core/request/catalogue.ts';
import type { Connection } from '../../core/request/connection.ts';
import { costAtMost } from '../../core/request/cost.ts';
import { fitRequest, userTurn } from '../../core/request/fitRequest.ts';
import type { ParameterSource } from '../../core/request/parameters.ts';
import type { PreparedRequest } from '../../core/request/wireRequest.ts';
import { metricsOf } from '../../core/run/metrics.ts';
import { reduceRun } from '../../core/run/reduceRun.ts';
import { initialRun, type RunState } from '../../core/run/state.ts';
import type { Connections } from '../connections.ts';
import { loadRunRequest } from '../lazy.ts';
import type { Models } from '../models.ts';
import { formatCost, formatSeconds } from '../numbers.ts';
import { currentPlace } from '../place.ts';
import type { RefusedParameters } from '../refusedParameters.ts';
import { currentPrice } from '../requestPreparation.ts';
import type { Runner } from '../runner.ts';
import { UserError } from '../userError.ts';
import type { KeptBaselines } from './keptBaselines.ts';

const requests = 10;
/** Input of such a request as billed, with what the API adds to it, at most. */
const inputTokens = 20;
const silence = { noticeMs: 60_000, endMs: 60_000 };

/** What measuring works on. */
export interface BaselineParts {
  readonly connections: Connections;
  readonly models: Models;
  readonly refused: RefusedParameters;
  readonly runner: Runner;
  readonly baselines: KeptBaselines;
}

/**
 * Measures the baseline latency of a model by ten tiny requests of one output token, after telling what they cost, and
 * keeps it. They are no runs of a prompt and not part of the history.
 * @throws UserError where the model can't answer without thinking, a run is under way, or a request fails
 */
export async function measureBaseline(
  { model }: Pick<RunGroup, 'model'>,
  parts: BaselineParts,
): Promise<void> {
  const { t } = vscode.l10n;
  const { connections, runner, baselines } = parts;
  if (runner.running) throw new UserError(t('A run is under way: measure when it has ended.'));
  const request = tinyRequest(model, parts);
  const most = costAtMost(inputTokens, 1, currentPrice(model));
  const send = t('Send {0} Requests', requests);
  const chosen = await vscode.window.showInformationMessage(
    t('Measure the baseline latency of {0}?', model),
    {
      modal: true,
      detail: t(
        '{0} requests of one output token, one after another: {1} at most in all. Your network is part of what is measured.',
        requests,
        formatCost(most === null ? null : most * requests),
      ),
    },
    send,
  );
  if (chosen !== send) return;
  const open = await connections.open();
  if (open === 'no-key') throw new UserError(t('Set an API key first.'));
  if (open === 'declined') return;
  const states = await sendAll(request, open.connection);
  const times = states.flatMap((state) => metricsOf(state).ttftMs ?? []);
  const measured = measuredBaseline(times);
  if (measured === null) return;
  const { ms, n, interval } = measured;
  const simulated = states.some((state) => state.simulated);
  const of = { model, place: currentPlace(), simulated };
  await baselines.keep(of, { ms, n, low: interval.low, high: interval.high, at: Date.now() });
  void vscode.window.showInformationMessage(
    t(
      'Baseline of {0}: {1} ({2} to {3}, n = {4}), your network included.',
      model,
      formatSeconds(ms),
      formatSeconds(interval.low),
      formatSeconds(interval.high),
      n,
    ),
  );
}

function tinyRequest(id: string, { connections, models, refused }: BaselineParts): PreparedRequest {
  const { origin } = connections.endpoint();
  const model = findModel(models.known(origin), id);
  const own = <T>(value: T) => ({ value, source: 'default' satisfies ParameterSource as ParameterSource });
  const { request, omitted } = fitRequest(
    {
      model: own(id),
      system: own(''),
      maxTokens: own(1),
      effort: own('default' as const),
      thinking: own('off' as const),
      temperature: own(null),
    },
    [userTurn('Hi')],
    model,
    refused.of(origin, id),
  );
  if (omitted.some(({ parameter }) => parameter === 'thinking')) {
    throw new UserError(
      vscode.l10n.t(
        '{0} always thinks before it answers, so one token says nothing of its baseline. The fitted baseline needs runs without thinking too.',
        id,
      ),
    );
  }
  return request;
}

/** Sends the request so many times, one after another; what came before a press on Cancel counts. */
async function sendAll(request: PreparedRequest, connection: Connection): Promise<readonly RunState[]> {
  const { t } = vscode.l10n;
  const runRequest = await loadRunRequest();
  const progress = { location: vscode.ProgressLocation.Notification, cancellable: true };
  return vscode.window.withProgress(
    { ...progress, title: t('Measuring baseline latency') },
    async (report, cancel) => {
      const abort = new AbortController();
      const listening = cancel.onCancellationRequested(() => abort.abort());
      const states: RunState[] = [];
      try {
        while (states.length < requests && !abort.signal.aborted) {
          report.report({ message: t('{0} of {1}', states.length + 1, requests), increment: 100 / requests });
          let state = initialRun;
          await runRequest(request, connection, {
            signal: abort.signal,
            silence,
            maxAttempts: 1,
            emit: (event) => {
              state = reduceRun(state, event);
            },
          });
          if (state.endState === 'cancelled') break;
          if (state.failure !== null || state.firstTokenAt === null) {
            throw new UserError(
              t('Request {0} of {1} failed: run a prompt to see why.', states.length + 1, requests),
            );
          }
          states.push(state);
        }
      } finally {
        listening.dispose();
      }
      return states;
    },
  );
}
