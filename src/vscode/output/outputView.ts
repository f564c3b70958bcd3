import * as vscode from 'vscode';
import { absent } from '../../core/format.ts';
import { hasThinking } from '../../core/run/metrics.ts';
import { phaseOf, type RunPhase } from '../../core/run/phase.ts';
import type { RunPrompt, RunRecord } from '../../core/run/record.ts';
import { initialRun, type RunState, thinkingOf } from '../../core/run/state.ts';
import type { ActionView, OutputStrings, OutputView } from '../../webview/protocol.ts';
import { formatTokens } from '../numbers.ts';
import { buttons } from './actionLabels.ts';
import { assertionsView } from './assertionTexts.ts';
import { chipViews } from './chipViews.ts';
import { detailViews } from './detailViews.ts';
import { endText } from './endTexts.ts';
import { figureViews, tokenViews } from './figureViews.ts';
import { hintView } from './hintView.ts';
import { actionsOf, moreActionsOf } from './offeredActions.ts';
import { withPrevious } from './previousNotes.ts';
import { referenceView } from './referenceView.ts';
import type { OutputModel, Situation } from './situation.ts';
import { stateLine } from './stateLine.ts';
import { summaryOf, waterfallView } from './waterfallView.ts';

/** The whole panel, but the answer's text and the request's code, as it stands at `now` (ms, monotonic). */
export function outputView(model: OutputModel, now: number): OutputView {
  const { t } = vscode.l10n;
  const { situation } = model;
  const record = situation.kind === 'run' ? situation.record : null;
  const state = record?.state ?? initialRun;
  const ended = state.endState !== null;
  const line = stateLine(model, now);
  return {
    runId: record?.id ?? null,
    phase: phaseOfSituation(situation),
    endState: state.endState,
    failure: state.failure?.kind ?? null,
    title: promptOf(situation)?.title ?? '',
    subtitle: subtitleOf(situation),
    badges: badgesOf(record),
    note: record !== null && model.edited ? t('Prompt edited since this run') : null,
    chips: chipViews(model.chips),
    state: line,
    figures:
      record === null || !hasNumbers(state) ? [] : withPrevious(figureViews(state, now), model.previous),
    tokens: record === null || !hasNumbers(state) ? [] : tokenViews(state, model.price),
    waterfall: record === null ? null : waterfallView(state, now),
    summary: summaryOf(state),
    hint: record === null ? null : hintView(model, record),
    summaryAction: canMakeFaster(record) ? (buttons(['make-faster'])[0] ?? null) : null,
    actions: actionsOf(model, record).filter(isNotIn(line.buttons)),
    moreActions: moreActionsOf(model, record),
    reference: referenceView(model.referenceDiff),
    thinking: record === null ? null : thinkingHeading(record),
    assertions: assertionsView(record?.assertions),
    details: record !== null && ended ? detailViews(record) : [],
    notice: model.notice,
    announcement: record !== null && ended ? announcementOf(record) : null,
  };
}

/** The words of the page that don't change. */
export function outputStrings(): OutputStrings {
  const { t } = vscode.l10n;
  return {
    answer: t('Answer'),
    showRaw: t('Show Raw'),
    showMarkdown: t('Show Markdown'),
    jumpToEnd: t('Jump to End'),
    copyCode: t('Copy'),
    copied: t('Copied'),
    request: t('Request'),
    details: t('Details'),
    more: t('More'),
    dismiss: t('Dismiss'),
    parameters: t('Parameters of the next run'),
    figures: t('Numbers of this run'),
    waterfall: t('Where the time went'),
    hint: t('A hint for this prompt'),
    onlyHere: t('Only in this answer'),
    onlyInReference: t('Only in the reference'),
    image: t('image'),
    toolCall: t('Tool call'),
    learnMore: t('Learn More'),
    longAnswer: t('This answer is very long. Below, it is shown as plain text.'),
    emptyTitle: t('No run yet'),
    emptyBody: t(
      'Open a prompt and press Run above it, or select its text and press Ctrl+Alt+Enter (Mac: Cmd+Alt+Enter).',
    ),
    panelLabel: t('Prompt Tuner: output of a run'),
  };
}

function phaseOfSituation(situation: Situation): RunPhase {
  switch (situation.kind) {
    case 'run':
      return phaseOf(situation.record.state);
    case 'preparing':
      return 'connecting';
    case 'empty':
    case 'needs-key':
    case 'needs-model':
      return 'idle';
  }
}

function promptOf(situation: Situation): RunPrompt | null {
  if (situation.kind === 'empty') return null;
  return situation.kind === 'run' ? situation.record.prompt : situation.prompt;
}

function subtitleOf(situation: Situation): readonly string[] {
  const { t } = vscode.l10n;
  const prompt = promptOf(situation);
  if (prompt === null) return [];
  const role = prompt.role === 'system' ? t('as system prompt') : t('as user message');
  if (situation.kind !== 'run') return [role];
  const time = new Date(situation.record.startedAt).toLocaleTimeString(vscode.env.language, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return [role, time];
}

function badgesOf(record: RunRecord | null): readonly string[] {
  const { t } = vscode.l10n;
  if (record === null) return [];
  if (record.sample) return [t('Sample')];
  return record.state.simulated ? [t('Simulated')] : [];
}

// A run that failed before anything came has none, and won't get any.
function hasNumbers({ endState, firstTokenAt, usage }: RunState): boolean {
  return endState !== 'failed' || firstTokenAt !== null || usage.inputTokens !== null;
}

// Of a run that came to its last token it is known where all of its time went.
function canMakeFaster(record: RunRecord | null): boolean {
  return (
    record !== null && !record.sample && record.state.stoppedAt !== null && summaryOf(record.state) !== null
  );
}

// What the state line offers stands there alone.
function isNotIn(shown: readonly ActionView[]): (action: ActionView) => boolean {
  return ({ action }) => !shown.some((other) => other.action === action);
}

function thinkingHeading({ state }: RunRecord): string | null {
  const { t } = vscode.l10n;
  if (!hasThinking(state)) return null;
  const tokens = state.usageFinal ? state.usage.thinkingTokens : null;
  if (thinkingOf(state) !== '') {
    return tokens === null ? t('Thinking') : t('Thinking: {0} tokens, billed', formatTokens(tokens));
  }
  return tokens === null
    ? t('Thinking: hidden by the API, billed')
    : t('Thinking: hidden by the API, {0} tokens, billed', formatTokens(tokens));
}

function announcementOf(record: RunRecord): string {
  const { headline } = endText(record);
  const numbers = figureViews(record.state, 0)
    .filter(({ value }) => value !== absent)
    .map(({ label, value }) => `${label} ${value}`);
  const held = assertionsView(record.assertions)?.title;
  const sentences = [headline, numbers.join(', '), held ?? ''];
  return sentences.flatMap((sentence) => (sentence === '' ? [] : [`${sentence}.`])).join(' ');
}
