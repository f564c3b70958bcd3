import * as vscode from 'vscode';
import { metricsOf } from '../../core/run/metrics.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { lastAttempt } from '../../core/run/state.ts';
import type { DetailView } from '../../webview/protocol.ts';
import { formatMs, formatSeconds, formatTokens } from '../numbers.ts';
import { notSentText } from '../sources/notSentTexts.ts';

/** Event-loop pauses from this length on make the stamps doubtful: ms. */
const doubtfulDelayMs = 50;

/** Everything else that is known of a run, for those who look closely; facts that don't exist are left out. */
export function detailViews(record: RunRecord): readonly DetailView[] {
  const { t } = vscode.l10n;
  const { state } = record;
  const metrics = metricsOf(state);
  const attempt = lastAttempt(state);
  const { usage } = state;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('Request id'), state.requestId],
    [t('Values'), record.prompt.valueSet ?? null],
    [t('Secret'), secretsText(record)],
    [t('Not sent'), notSentOf(record)],
    [t('Model'), state.model],
    [t('Attempts'), attemptsText(record)],
    [t('Connection'), connectionText(record)],
    [t('Headers after'), nullable(metrics.headersMs, formatMs)],
    [t('Server’s own time'), nullable(metrics.serverMs, formatMs)],
    [t('Longest pause'), nullable(metrics.longestGapMs, formatSeconds)],
    [t('Read from cache'), nullable(usage.cacheReadTokens, tokens)],
    [t('Written to cache'), nullable(usage.cacheCreationTokens, tokens)],
    [t('Thinking'), nullable(usage.thinkingTokens, tokens)],
    [t('Web searches'), nullable(usage.webSearchRequests || null, formatTokens)],
    [t('Service tier'), usage.serviceTier],
    [t('Speed'), usage.speed],
    [t('Server'), record.baseUrl],
    [t('Measured on'), record.place === 'local' ? t('this machine') : record.place],
    [t('Key'), keyText(record)],
    [t('Same time'), record.concurrent ? t('another run was under way: times may suffer') : null],
    [
      t('This editor'),
      record.hostDelayMs !== null && record.hostDelayMs >= doubtfulDelayMs
        ? t('was busy for up to {0}: times may be late by as much', formatMs(record.hostDelayMs))
        : null,
    ],
    [
      t('Sent'),
      attempt?.sentApproximate
        ? t('taken from the call, connecting included: the exact moment was not told')
        : null,
    ],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function secretsText({ prompt: { secrets = [] } }: RunRecord): string | null {
  const names = secrets.map((name) => `«${name}»`).join(', ');
  return names === '' ? null : vscode.l10n.t('{0}: sent, and neither shown nor kept', names);
}

function notSentOf({ prompt: { notSent = [] } }: RunRecord): string | null {
  return notSent.length === 0
    ? null
    : notSent.map(({ name, reason }) => `${name} (${notSentText(reason)})`.trimStart()).join(' · ');
}

function attemptsText({ state }: RunRecord): string | null {
  const { t } = vscode.l10n;
  if (state.attempts.length < 2) return null;
  const failed = state.attempts.flatMap(({ failure }) =>
    failure === null ? [] : [failure.status ?? failure.code ?? failure.kind],
  );
  return t('{0} ({1} failed)', state.attempts.length, failed.join(', '));
}

function connectionText({ state, cold }: RunRecord): string | null {
  const { t } = vscode.l10n;
  const attempt = lastAttempt(state);
  if (attempt === null || attempt.reused === null) return null;
  if (attempt.reused) return t('reused');
  const opened = attempt.connectMs === null ? t('new') : t('new, opened in {0}', formatMs(attempt.connectMs));
  return cold ? t('{0}; first request of this window', opened) : opened;
}

function keyText({ keySource }: RunRecord): string | null {
  const { t } = vscode.l10n;
  if (keySource === null) return t('none sent');
  return keySource === 'store' ? t('from secret storage') : t('from ANTHROPIC_API_KEY');
}

function tokens(count: number): string {
  return vscode.l10n.t('{0} tokens', formatTokens(count));
}

function nullable(value: number | null, format: (value: number) => string): string | null {
  return value === null ? null : format(value);
}
