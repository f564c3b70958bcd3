import * as vscode from 'vscode';
import { maxAttempts } from '../../core/run/attempts.ts';
import { phaseOf } from '../../core/run/phase.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { lastAttempt, thinkingOf } from '../../core/run/state.ts';
import type { OutputView } from '../../webview/protocol.ts';
import { formatSeconds } from '../numbers.ts';
import { actionLabel, buttons } from './actionLabels.ts';
import { endText } from './endTexts.ts';
import { failureText } from './failureTexts.ts';
import type { OutputModel } from './situation.ts';

type StateView = OutputView['state'];

/** The line that says where the run stands, with the buttons for what can be done now. */
export function stateLine(model: OutputModel, now: number): StateView {
  const { t } = vscode.l10n;
  const { situation } = model;
  switch (situation.kind) {
    case 'empty':
      return { text: '', tone: 'neutral', detail: null, buttons: [] };
    case 'preparing':
      return { text: t('Preparing…'), tone: 'busy', detail: null, buttons: buttons(['stop']) };
    case 'needs-key':
      return {
        text: t('Claude needs an API key'),
        tone: 'neutral',
        detail: t('The run goes on as soon as the key is there. The key stays in VS Code’s secret storage.'),
        buttons: [
          { action: 'enter-key', label: actionLabel('enter-key'), primary: true },
          { action: 'get-key', label: t('Get a Key'), primary: false },
          { action: 'sample-run', label: actionLabel('sample-run'), primary: false },
        ],
      };
    case 'needs-model': {
      const { model: id, reason, suggestion } = situation;
      return {
        text: modelRefusalText(reason, id),
        tone: 'warning',
        detail: t('Nothing was sent. Pick another model and the run goes on.'),
        buttons: [
          ...(suggestion === null
            ? []
            : [
                {
                  action: 'use-suggested-model' as const,
                  label: t('Use {0}', suggestion.name),
                  primary: true,
                },
              ]),
          { action: 'select-model', label: actionLabel('select-model'), primary: suggestion === null },
        ],
      };
    }
    case 'run':
      return situation.record.state.endState === null
        ? liveLine(situation.record, model, now)
        : endLine(situation.record);
  }
}

function endLine(record: RunRecord): StateView {
  const { headline, tone, detail, actions } = endText(record);
  return { text: headline, tone, detail, buttons: buttons(actions, true) };
}

function liveLine(record: RunRecord, { keepWaiting }: OutputModel, now: number): StateView {
  const { t } = vscode.l10n;
  const { state } = record;
  const busy = (text: string): StateView => ({
    text,
    tone: 'busy',
    detail: null,
    buttons: buttons(['stop']),
  });
  const attempt = lastAttempt(state);
  if (state.silentMs !== null && !keepWaiting) {
    const silence = attempt === null || state.aliveAt === null ? state.silentMs : now - state.aliveAt;
    return {
      text: t('No sign of life for {0}', formatSeconds(silence)),
      tone: 'warning',
      detail: t('The connection is open, but nothing comes, not even a ping.'),
      buttons: buttons(['keep-waiting', 'stop'], true),
    };
  }
  const since = (at: number | null) => formatSeconds(Math.max(0, now - (at ?? attempt?.startedAt ?? now)));
  switch (phaseOf(state)) {
    case 'retrying': {
      const failure = attempt?.failure;
      const retryAt = (attempt?.failedAt ?? now) + (attempt?.retryInMs ?? 0);
      const why = failure
        ? failureText(failure, record.request.body.model, new URL(record.origin).host).headline
        : '';
      return busy(
        t(
          '{0}: attempt {1} of {2} in {3}',
          why,
          state.attempts.length + 1,
          maxAttempts,
          formatSeconds(Math.max(0, retryAt - now)),
        ),
      );
    }
    case 'waiting':
      return busy(withAttempt(t('Waiting for the first token… {0}', since(attempt?.sentAt ?? null)), record));
    case 'thinking': {
      const started = state.spans.findLast((span) => span.kind === 'thinking')?.startedAt ?? null;
      return busy(
        thinkingOf(state) === ''
          ? t('Thinking… {0} (hidden, billed)', since(started))
          : t('Thinking… {0} (billed)', since(started)),
      );
    }
    case 'writing':
      return busy(t('Writing… {0}', since(attempt?.sentAt ?? null)));
    default:
      return busy(withAttempt(t('Connecting… {0}', since(attempt?.startedAt ?? null)), record));
  }
}

function withAttempt(text: string, { state }: RunRecord): string {
  const n = state.attempts.length;
  return n > 1 ? vscode.l10n.t('{0} (attempt {1} of {2})', text, n, maxAttempts) : text;
}

/** Why a model is not asked, as a phrase without a full stop. */
export function modelRefusalText(reason: 'unknown' | 'retired', id: string): string {
  const { t } = vscode.l10n;
  return reason === 'retired' ? t('{0} is retired', id) : t('Unknown model {0}', id);
}
