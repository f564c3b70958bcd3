import * as vscode from 'vscode';
import { metricsOf, textTokensOf } from '../../core/run/metrics.ts';
import type { RunState } from '../../core/run/state.ts';
import { largestShare, type StretchKind, timelineOf } from '../../core/run/timeline.ts';
import type { SegmentKind, WaterfallView } from '../../webview/protocol.ts';
import { formatMs, formatSeconds, formatTokens } from '../numbers.ts';

/** The run's time on one line; null before anything was timed. */
export function waterfallView(state: RunState, now: number): WaterfallView | null {
  const { t } = vscode.l10n;
  const stretches = timelineOf(state, now);
  if (stretches.length === 0) return null;
  const { waitedMs, connectMs } = metricsOf(state);
  const segments = stretches.map(({ kind, startMs, endMs }) => {
    const length = formatSeconds(endMs - startMs);
    const label = t('{0}: {1}', stretchName(kind), length);
    const hover =
      kind === 'connect' && connectMs !== null
        ? t('{0}: {1} (DNS, TCP and TLS: {2})', stretchName(kind), length, formatMs(connectMs))
        : label;
    return { kind: segmentKind(kind), startMs, endMs, label, hover };
  });
  return {
    segments,
    totalMs: segments.at(-1)?.endMs ?? 0,
    description: segments.map((segment) => segment.hover).join(', '),
    note:
      state.attempts.length > 1 && waitedMs !== null
        ? t('You waited {0}, retries included.', formatSeconds(waitedMs))
        : null,
  };
}

/** One sentence on where the time went, from this run alone; null while it runs or where it says nothing. */
export function summaryOf(state: RunState): string | null {
  const { t } = vscode.l10n;
  if (state.endedAt === null || state.firstTokenAt === null) return null;
  const share = largestShare(state, state.endedAt);
  if (share === null) return null;
  const part = formatSeconds(share.ms);
  const whole = formatSeconds(share.totalMs);
  switch (share.kind) {
    case 'text': {
      const tokens = textTokensOf(state);
      return tokens === null
        ? t('Most of the time: writing ({0} of {1}).', part, whole)
        : t('Most of the time: writing {0} tokens ({1} of {2}).', formatTokens(tokens), part, whole);
    }
    case 'thinking': {
      const tokens = state.usage.thinkingTokens;
      return tokens === null
        ? t('Most of the time: thinking ({0} of {1}).', part, whole)
        : t('Most of the time: thinking, {0} tokens ({1} of {2}).', formatTokens(tokens), part, whole);
    }
    case 'wait':
      return t('Most of the time: waiting for the first token ({0} of {1}).', part, whole);
    case 'connect':
      return t('Most of the time: connecting ({0} of {1}).', part, whole);
    case 'retry':
      return t('Most of the time: failed attempts and the waits between them ({0} of {1}).', part, whole);
    case 'other':
      return t('Most of the time: writing tool input ({0} of {1}).', part, whole);
  }
}

function segmentKind(kind: StretchKind): SegmentKind {
  return kind === 'other' ? 'text' : kind;
}

function stretchName(kind: StretchKind): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'connect':
      return t('connect');
    case 'wait':
      return t('wait');
    case 'thinking':
      return t('thinking');
    case 'text':
      return t('text');
    case 'other':
      return t('tool input');
    case 'retry':
      return t('failed attempts');
    case 'gap':
      return t('pause');
  }
}
