import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { CompareActionId } from '../../webview/compareProtocol.ts';
import { formatCost } from '../numbers.ts';
import { readSetting } from '../settings.ts';
import type { CompareController } from './compareController.ts';
import type { CompareModel } from './compareModel.ts';
import { type CompareRunParts, makeRuns, type RunsEnd } from './compareRun.ts';
import { type SecretParts, secretsOf } from './comparisonSecrets.ts';
import { forecast, outlookOf } from './outlook.ts';
import { headline } from './views/compareView.ts';
import { failureWords } from './views/stopTexts.ts';

/** What beginning runs works on. */
export interface BeginParts extends CompareRunParts, SecretParts {
  readonly panelVisible: () => boolean;
}

const beginning = new WeakSet<CompareController>();

/**
 * Makes runs of the shown comparison and tells how that ended. Another press before they are made, as of a double click,
 * does nothing.
 * @throws UserError where a run is under way, or there is no key
 */
export async function beginRuns(
  action: Extract<CompareActionId, 'start' | 'go-on' | 'run-more'>,
  comparison: Comparison,
  parts: BeginParts,
): Promise<void> {
  const { controller } = parts;
  if (beginning.has(controller)) return;
  beginning.add(controller);
  const end = await make(action, comparison, parts).finally(() => beginning.delete(controller));
  if (end !== null) await tellEnd(comparison, end, parts);
}

/** Resolves with null where none was begun. */
function make(
  action: Parameters<typeof beginRuns>[0],
  comparison: Comparison,
  parts: BeginParts,
): Promise<RunsEnd | null> {
  switch (action) {
    case 'start':
      return start(comparison, parts);
    case 'go-on':
      return goOn(comparison, comparison.outcome.look, parts);
    case 'run-more':
      return runMore(comparison, parts);
    default:
      return assertNever(action);
  }
}

async function start(comparison: Comparison, parts: BeginParts): Promise<RunsEnd | null> {
  const { outlook, phase } = parts.controller.model;
  if (phase !== 'planned' || outlook === null) return null;
  const { costAtMost } = forecast(comparison.setup, 0, outlook);
  if (!(await mayCost(costAtMost))) return null;
  return goOn({ ...comparison, startedAt: Date.now() }, 0, parts);
}

async function runMore(comparison: Comparison, parts: BeginParts): Promise<RunsEnd | null> {
  const { setup } = comparison;
  const outlook = await outlookOf(setup, await parts.history.open(), parts.estimates);
  const [first, second] = [0, 1].map((look) => forecast(setup, look, outlook).costAtMost);
  const more = first == null || second == null ? null : second - first;
  return (await mayCost(more)) ? goOn(comparison, 1, parts) : null;
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

async function goOn(comparison: Comparison, look: number, parts: BeginParts): Promise<RunsEnd | null> {
  const secrets = await secretsOf(comparison, parts);
  return secrets === null ? null : makeRuns(comparison, look, secrets, parts);
}

async function tellEnd(comparison: Comparison, end: RunsEnd, parts: BeginParts): Promise<void> {
  const { controller } = parts;
  const { t } = vscode.l10n;
  const { model } = controller;
  const text = endText(end, model);
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
