import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import { blindChoice, blindPairs, type Preference, withChoice } from '../../core/compare/blind.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { CompareActionId, CompareToHost } from '../../webview/compareProtocol.ts';
import { copy } from '../answerActions.ts';
import { formatCost } from '../numbers.ts';
import type { Prompt } from '../prompt.ts';
import type { PromptParameters } from '../promptParameters.ts';
import type { RequestPreparation } from '../requestPreparation.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import type { CompareController } from './compareController.ts';
import type { CompareModel } from './compareModel.ts';
import { type CompareRunParts, makeRuns, type RunsEnd } from './compareRun.ts';
import { type SecretParts, secretsOf } from './comparisonSecrets.ts';
import { comparisonMarkdown, exportComparison } from './copyComparison.ts';
import { keepArm } from './keepArm.ts';
import { anew, replanned } from './newComparison.ts';
import { forecast, outlookOf } from './outlook.ts';
import { answeredRuns, shownPairs } from './views/answerViews.ts';
import { headline } from './views/compareView.ts';
import { failureWords } from './views/stopTexts.ts';

/** What the buttons of the comparison panel work on. */
export interface CompareActionParts extends CompareRunParts, SecretParts {
  readonly promptParameters: PromptParameters;
  readonly preparation: RequestPreparation;
  readonly openRun: (id: string) => Promise<void>;
  readonly renewChips: () => Promise<void>;
  readonly panelVisible: () => boolean;
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
      return start(comparison, parts);
    case 'stop':
      return runner.reserved ? runner.stop() : undefined;
    case 'go-on':
      return goOn(comparison, comparison.outcome.look, parts);
    case 'run-more':
      return runMore(comparison, parts);
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

async function start(comparison: Comparison, parts: CompareActionParts): Promise<void> {
  const { outlook, phase } = parts.controller.model;
  if (phase !== 'planned' || outlook === null) return;
  const { costAtMost } = forecast(comparison.setup, 0, outlook);
  if (!(await mayCost(costAtMost))) return;
  return goOn({ ...comparison, startedAt: Date.now() }, 0, parts);
}

async function runMore(comparison: Comparison, parts: CompareActionParts): Promise<void> {
  const { setup } = comparison;
  const outlook = await outlookOf(setup, await parts.history.open(), parts.estimates);
  const [first, second] = [0, 1].map((look) => forecast(setup, look, outlook).costAtMost);
  const more = first == null || second == null ? null : second - first;
  if (await mayCost(more)) await goOn(comparison, 1, parts);
}

/** Asks before what may be dear. */
async function mayCost(cost: number | null): Promise<boolean> {
  const { t } = vscode.l10n;
  const limit = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.compare.confirmCost');
  if (cost !== null && cost <= limit) return true;
  const startIt = t('Start');
  const chosen = await vscode.window.showWarningMessage(
    cost === null
      ? t('Start a comparison whose cost is unknown?')
      : t('Start a comparison that may cost {0}?', formatCost(cost)),
    {
      modal: true,
      detail:
        cost === null
          ? t('A model of it has no known price: “promptTuner.prices” can tell it.')
          : t(
              'That is more than “promptTuner.compare.confirmCost” lets pass without asking. At most means: all of max tokens written, in every run.',
            ),
    },
    startIt,
  );
  return chosen === startIt;
}

async function goOn(comparison: Comparison, look: number, parts: CompareActionParts): Promise<void> {
  const { controller } = parts;
  const { t } = vscode.l10n;
  const secrets = await secretsOf(comparison, parts);
  if (secrets === null) return;
  const end = await makeRuns(comparison, look, secrets, parts);
  const { model } = controller;
  const text = end === null ? null : endText(end, model);
  if (model.comparison?.id !== comparison.id || text === null) return;
  if (end === 'taken-over') controller.update({ notice: { text, undo: null } });
  controller.update({ announcement: text });
  if (parts.panelVisible()) return;
  const show = t('Show');
  const chosen = await vscode.window.showInformationMessage(
    t('{0}: {1}', comparison.setup.prompt.title, text),
    show,
  );
  if (chosen === show) await controller.open(comparison.id);
}

/** What is told of how the runs ended; null where the person stopped them, or there is nothing to say. */
function endText(end: RunsEnd, model: CompareModel): string | null {
  const { t } = vscode.l10n;
  const { failure = null } = model.comparison?.outcome ?? {};
  switch (end) {
    case 'complete':
      return headline(model);
    case 'cancelled':
      return null;
    case 'failed':
      return failure === null ? null : t('Stopped: {0}.', failureWords(failure));
    case 'taken-over':
      return t(
        'Stopped here: this window was not heard of for a while, and another one took the comparison over. All runs that were made are kept; Go On continues from them once the other window has stopped.',
      );
    default:
      return assertNever(end);
  }
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
