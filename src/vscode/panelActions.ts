import * as vscode from 'vscode';
import { assertNever } from '../core/assertNever.ts';
import type { FailureKind } from '../core/failure.ts';
import { efforts } from '../core/request/model.ts';
import { textOf } from '../core/run/state.ts';
import type { ActionId, OutputToHost } from '../webview/protocol.ts';
import { copy, explain, insertBelow, openAsDocument, openLink, requestCode } from './answerActions.ts';
import { type ChipActionParts, nextChips, onChip, renewChips } from './chipActions.ts';
import type { CommandId } from './commandIds.ts';
import { openSettings } from './connections.ts';
import type { EffectiveParameters } from './effectiveParameters.ts';
import type { Hints } from './hints/hints.ts';
import { type KeptRunParts, onKeptRun } from './history/keptRunActions.ts';
import type { Models } from './models.ts';
import { formatTokens } from './numbers.ts';
import type { OutputPanel } from './output/outputPanel.ts';
import type { Runner } from './runner.ts';
import { showSample } from './showSample.ts';
import { UserError } from './userError.ts';

const consoleSettings = 'https://platform.claude.com/settings';

/** What the panel's buttons work on. */
export interface PanelActionParts extends KeptRunParts, ChipActionParts {
  readonly extensionUri: vscode.Uri;
  readonly runner: Runner;
  readonly panel: OutputPanel;
  readonly models: Models;
  readonly effective: EffectiveParameters;
  readonly hints: Hints;
  /** Compares and measures the prompt of the shown run. */
  readonly compare: { compare(): Promise<void>; measure(): Promise<void> };
}

/** Does what the person asks for in the panel; every message has its answer here. */
export async function onPanelMessage(message: OutputToHost, parts: PanelActionParts): Promise<void> {
  switch (message.type) {
    case 'ready':
      return;
    case 'action':
      return onAction(message.action, parts);
    case 'chip':
      return onChip(message.chip, parts);
    case 'request-opened':
      await parts.panel.post({
        type: 'request',
        language: message.language,
        code: requestCode(message.language, parts.output.record),
      });
      return;
    case 'copy-request':
      return copy(requestCode(message.language, parts.output.record));
    case 'copy-code':
      return copy(message.text);
    case 'open-link':
      return openLink(message.url);
    case 'explain':
      return explain(message.figure, parts.extensionUri);
    default:
      return assertNever(message);
  }
}

async function onAction(action: ActionId, parts: PanelActionParts): Promise<void> {
  const { flow, output, promptParameters } = parts;
  const { record } = output;
  switch (action) {
    case 'run':
    case 'run-again':
      return flow.runLast();
    case 'repeat-exactly':
      return flow.repeatExactly();
    case 'stop':
      return flow.stop();
    case 'keep-waiting':
      return output.update({ keepWaiting: true });
    case 'enter-key':
      return execute('promptTuner.setApiKey');
    case 'get-key':
      await vscode.env.openExternal(vscode.Uri.parse(consolePage(record?.state.failure?.kind ?? null)));
      return;
    case 'open-samples':
      return execute('promptTuner.openSamplePrompts');
    case 'sample-run':
      return showSample(parts);
    case 'select-model':
      return parts.selectModel();
    case 'use-suggested-model':
      return useSuggestedModel(parts);
    case 'raise-max-tokens':
      return raiseMaxTokens(parts);
    case 'lower-effort':
      return lowerEffort(parts);
    case 'run-without-parameter': {
      const parameter = record?.state.failure?.parameter ?? null;
      if (record === null || parameter === null) return;
      await parts.refused.add(record.origin, record.request.body.model, parameter);
      return flow.runLast();
    }
    case 'open-settings':
      await openSettings();
      return;
    case 'show-log':
      return execute('promptTuner.showLog');
    case 'open-as-document':
      return openAsDocument(record);
    case 'insert-below':
      return insertBelow(record, flow.lastPrompt);
    case 'copy-answer':
      return record === null ? undefined : copy(textOf(record.state));
    case 'copy-run':
    case 'set-reference':
    case 'clear-reference':
    case 'diff-reference':
      return record === null ? undefined : onKeptRun(action, record, parts);
    case 'copy-request':
      return copy(requestCode('json', record));
    case 'copy-request-id':
      return copy(record?.state.requestId ?? '');
    case 'reset-chips': {
      const prompt = flow.lastPrompt;
      if (prompt === null) return;
      await promptParameters.reset(prompt.key);
      return renewChips(parts);
    }
    case 'apply-hint':
      return applyHint(parts);
    case 'dismiss-hint': {
      const { runHints } = await parts.hints.side();
      if (record !== null) runHints.dismiss(record);
      return output.update({ hint: null });
    }
    case 'compare':
      return parts.compare.compare();
    case 'measure':
      return parts.compare.measure();
    case 'make-faster':
      return execute('promptTuner.makeFaster');
    case 'dismiss-notice':
      return output.update({ notice: null });
    default:
      return assertNever(action);
  }
}

/** The page of the console on which a failure can be mended. */
function consolePage(failure: FailureKind | null): string {
  if (failure === 'no-credit') return `${consoleSettings}/billing`;
  return failure === 'spend-limit' ? `${consoleSettings}/limits` : `${consoleSettings}/keys`;
}

async function useSuggestedModel({
  output,
  flow,
  promptParameters,
  models,
  effective,
}: PanelActionParts): Promise<void> {
  const { situation, chips } = output.model;
  if (situation.kind !== 'needs-model' || situation.suggestion === null) return;
  const { id } = situation.suggestion;
  if (chips?.parameters.model.source === 'default') {
    await models.keepDefault(id);
    effective.renew();
  } else await promptParameters.change(situation.prompt.key, { model: id });
  await flow.resume();
}

async function raiseMaxTokens(parts: PanelActionParts): Promise<void> {
  const { output, flow, promptParameters } = parts;
  const { record } = output;
  if (record === null) return;
  const chips = output.model.chips ?? (await nextChips(parts));
  const most = chips?.model?.maxOutputTokens ?? Number.MAX_SAFE_INTEGER;
  const maxTokens = Math.min(record.request.body.max_tokens * 4, most);
  if (maxTokens === record.request.body.max_tokens) {
    throw new UserError(vscode.l10n.t('{0} tokens are all that this model writes.', formatTokens(most)));
  }
  await promptParameters.change(flow.lastPrompt?.key ?? record.prompt.key, { maxTokens });
  await flow.runLast();
}

async function lowerEffort(parts: PanelActionParts): Promise<void> {
  const { output, flow, promptParameters } = parts;
  const { record } = output;
  // A run that was brought back is shown without them.
  const chips = output.model.chips ?? (await nextChips(parts));
  if (record === null || chips === null) return;
  const levels = chips.model?.efforts ?? efforts;
  const now = chips.parameters.effort.value;
  const effort = now === 'default' ? levels[0] : levels[levels.indexOf(now) - 1];
  if (effort === undefined) throw new UserError(vscode.l10n.t('The effort can’t be lower on this model.'));
  await promptParameters.change(flow.lastPrompt?.key ?? record.prompt.key, { effort });
  await flow.runLast();
}

async function applyHint({ output, flow, hints }: PanelActionParts): Promise<void> {
  const { record } = output;
  const prompt = flow.lastPrompt;
  if (record === null || prompt === null) return;
  const { runHints } = await hints.side();
  await runHints.apply(record, prompt);
  output.update({ hint: null });
}

async function execute(command: CommandId): Promise<void> {
  await vscode.commands.executeCommand(command);
}
