import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import { blindChoice, blindPairs, type Preference, withChoice } from '../../core/compare/blind.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { CompareActionId, CompareToHost } from '../../webview/compareProtocol.ts';
import { copy } from '../answerActions.ts';
import type { Prompt } from '../prompt.ts';
import type { PromptParameters } from '../promptParameters.ts';
import type { RequestPreparation } from '../requestPreparation.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { type BeginParts, beginRuns } from './beginRuns.ts';
import type { CompareController } from './compareController.ts';
import type { CompareModel } from './compareModel.ts';
import type { CompareRunParts } from './compareRun.ts';
import { comparisonMarkdown, exportComparison } from './copyComparison.ts';
import { keepArm } from './keepArm.ts';
import { anew, replanned } from './newComparison.ts';
import { outlookOf } from './outlook.ts';
import { answeredRuns, shownPairs } from './views/answerViews.ts';

/** What the buttons of the comparison panel work on. */
export interface CompareActionParts extends BeginParts {
  readonly promptParameters: PromptParameters;
  readonly preparation: RequestPreparation;
  readonly openRun: (id: string) => Promise<void>;
  readonly renewChips: () => Promise<void>;
}

/** Does what the person asks for in the comparison panel; every message has its answer here. */
export async function onCompareMessage(message: CompareToHost, parts: CompareActionParts): Promise<void> {
  const { controller, promptParameters, preparation, connections } = parts;
  const { comparison, phase } = controller.model;
  if (message.type === 'ready') return;
  if (comparison === null) {
    if (message.type === 'action' && message.action === 'new') {
      await vscode.commands.executeCommand('promptTuner.compare');
    }
    return;
  }
  switch (message.type) {
    case 'action':
      return onAction(message.action, comparison, parts);
    case 'runs':
      if (phase === 'planned') controller.update({ comparison: replanned(comparison, message) });
      return;
    case 'metric':
      if (phase === 'planned') controller.update({ comparison: replanned(comparison, message) });
      return;
    case 'input':
      return controller.update({ shownInput: message.at, shownPair: 0 });
    case 'keep': {
      const { origin } = connections.endpoint();
      const prepare = (prompt: Prompt) => preparation.prepare(prompt, origin);
      const notice = await keepArm(comparison, message.arm, { promptParameters, prepare });
      if (notice !== null) controller.update({ notice });
      return parts.renewChips();
    }
    case 'open-run':
      return comparison.outcome.runs.some(({ id }) => id === message.run)
        ? parts.openRun(message.run)
        : undefined;
    case 'prefer':
      return prefer(message.preference, comparison, parts);
    default:
      return assertNever(message);
  }
}

async function onAction(
  action: CompareActionId,
  comparison: Comparison,
  parts: CompareActionParts,
): Promise<void> {
  const { controller, runner } = parts;
  const { model } = controller;
  switch (action) {
    case 'new':
      await vscode.commands.executeCommand('promptTuner.compare');
      return;
    case 'start':
    case 'go-on':
    case 'run-more':
      return beginRuns(action, comparison, parts);
    case 'stop':
      return runner.reserved ? runner.stop() : undefined;
    case 'run-again': {
      const again = anew(comparison);
      const secrets = parts.secrets.get(comparison.id);
      if (secrets !== undefined) parts.secrets.set(again.id, secrets);
      return plan(again, [], parts);
    }
    case 'copy':
      await copy(comparisonMarkdown(model, comparison));
      return controller.update(tellCopied(model));
    case 'export':
      return exportComparison(comparison);
    case 'judge':
      return judge(comparison, parts.controller);
    case 'end-judging':
      return controller.update({ judging: null });
    case 'previous-answers':
      return controller.update({ shownPair: Math.max(0, model.shownPair - 1) });
    case 'next-answers': {
      const last = shownPairs(model).length - 1;
      return controller.update({ shownPair: Math.min(last, model.shownPair + 1) });
    }
    case 'undo':
      await model.notice?.undo?.();
      controller.update({ notice: null });
      return parts.renewChips();
    case 'dismiss-notice':
      return controller.update({ notice: null });
    default:
      return assertNever(action);
  }
}

/** Shows what a comparison will take; sends nothing. */
export async function plan(
  comparison: Comparison,
  remarks: readonly string[],
  {
    controller,
    history,
    estimates,
  }: {
    readonly controller: CompareController;
    readonly history: CompareRunParts['history'];
    readonly estimates: TokenEstimates;
  },
): Promise<void> {
  const outlook = await outlookOf(comparison.setup, await history.open(), estimates);
  controller.show(comparison, 'planned', { outlook, remarks });
}

async function judge(comparison: Comparison, controller: CompareController): Promise<void> {
  const { setup, outcome } = comparison;
  const runs = answeredRuns(comparison, controller.model.answers);
  const arms = setup.arms.map(({ name }) => name);
  const pairs = blindPairs(
    runs.map(({ id, arm, block }) => ({ run: id, arm, block })),
    arms,
    setup.plan.seed,
  );
  const judged = (block: number, names: readonly string[]) =>
    outcome.blind.some((choice) => choice.block === block && choice.arms.every((arm) => names.includes(arm)));
  const left = pairs.filter(({ block, left, right }) => !judged(block, [left.arm, right.arm]));
  // Where all of them were judged, from the beginning: each judgement replaces the one before.
  controller.update({ judging: left.length > 0 ? left : pairs });
}

async function prefer(
  preference: Preference,
  comparison: Comparison,
  parts: CompareActionParts,
): Promise<void> {
  const { controller, history } = parts;
  const [pair, ...rest] = controller.model.judging ?? [];
  if (pair === undefined) return;
  const choice = blindChoice(pair, preference);
  controller.progress(comparison.id, { blind: withChoice(comparison.outcome.blind, choice) });
  controller.update({ judging: rest.length === 0 ? null : rest });
  await (await history.open()).judgeComparison(comparison.id, choice);
}

// The way back from what was kept stays on the page.
function tellCopied({ notice }: CompareModel): Pick<CompareModel, 'notice' | 'announcement'> {
  const announcement = vscode.l10n.t('Copied as Markdown.');
  return { announcement, notice: notice?.undo == null ? { text: announcement, undo: null } : notice };
}
