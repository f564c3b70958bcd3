import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import { runFilter } from '../../core/history/query.ts';
import { observedDifferences, versionFigures } from '../../core/history/versions.ts';
import type { VersionActionId } from '../../webview/historyIds.ts';
import type { RunFlow } from '../runFlow.ts';
import { UserError } from '../userError.ts';
import type { HistoryAccess } from './historyAccess.ts';
import type { HistoryDocuments } from './historyDocuments.ts';
import type { LatencyController } from './latencyController.ts';
import { promptOfKey } from './promptOfKey.ts';
import type { References } from './references.ts';
import { replacePrompt } from './replacePrompt.ts';
import type { CompareDoor } from './runActions.ts';
import { observedMetric } from './views/historyView.ts';
import { dayOf } from './views/when.ts';

/** What the actions on a version work on. */
export interface VersionActionParts {
  readonly history: HistoryAccess;
  readonly documents: HistoryDocuments;
  readonly latency: LatencyController;
  readonly flow: RunFlow;
  readonly references: References;
  readonly compare: CompareDoor;
}

/** Does what the person asks for with a version of the prompt that the side panel shows. */
export async function onVersionAction(
  action: VersionActionId,
  promptHash: string,
  parts: VersionActionParts,
): Promise<void> {
  const { t } = vscode.l10n;
  const { history, documents, latency, references } = parts;
  const { scope } = latency.query;
  const version = latency.data?.versions.find((candidate) => candidate.promptHash === promptHash);
  if (scope.kind !== 'prompt' || version === undefined) return;
  const name = t('v{0}', version.number);
  switch (action) {
    case 'set-reference':
      await references.set(scope.key, { runId: await newestComplete(promptHash, parts), promptHash });
      return latency.renew();
    case 'clear-reference':
      await references.set(scope.key, null);
      return latency.renew();
    case 'diff-version':
    case 'restore-version': {
      const store = await history.open();
      const text = await store.text(promptHash);
      if (text === null) throw new UserError(t('The text of {0} was not kept.', name));
      const prompt = await promptOfKey(scope, parts.flow);
      if (action === 'restore-version') return replacePrompt(prompt, text);
      await vscode.commands.executeCommand(
        'vscode.diff',
        documents.make(`${name}.md`, text),
        documents.make(`${scope.title}.md`, prompt.text),
        t('{0}: {1} ↔ now', scope.title, name),
      );
      return;
    }
    default:
      return assertNever(action);
  }
}

/** Plans a comparison of the two versions between which something was observed last. */
export async function compareVersions({
  history,
  latency,
  flow,
  compare,
}: VersionActionParts): Promise<void> {
  const { t } = vscode.l10n;
  const { data, query } = latency;
  if (query.scope.kind !== 'prompt' || data?.group == null) return;
  const metric = observedMetric(query.metric, data.group);
  const figures = versionFigures(data.versions, data.group.counted.runs, metric, dayOf);
  const last = observedDifferences(figures).at(-1);
  if (last === undefined) return;
  const store = await history.open();
  const prompt = await promptOfKey(query.scope, flow);
  const [from, to] = await Promise.all(
    [last.from, last.to].map(async (number) => {
      const hash = data.versions.find((version) => version.number === number)?.promptHash ?? '';
      const text = await store.text(hash);
      if (text === null) throw new UserError(t('The text of {0} was not kept.', t('v{0}', number)));
      return { label: t('v{0}', number), text };
    }),
  );
  if (from !== undefined && to !== undefined) await compare.compareTexts(prompt, from, to);
}

async function newestComplete(promptHash: string, { history, latency }: VersionActionParts): Promise<string> {
  const store = await history.open();
  const { simulated } = latency.query;
  const promptId = latency.data?.promptId ?? null;
  const filter = runFilter({ promptId, promptHash, endStates: ['complete'], simulated });
  const [run] = await store.runs(filter, { limit: 1, after: null });
  if (run !== undefined) return run.id;
  throw new UserError(vscode.l10n.t('No run of this version was complete: there is no answer to refer to.'));
}
