import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { HistoryActionId, PickId } from '../../webview/historyIds.ts';
import type { HistoryToHost } from '../../webview/historyProtocol.ts';
import { explain } from '../answerActions.ts';
import type { CommandId } from '../commandIds.ts';
import { openSettings } from '../connections.ts';
import { pickFilter, pickGroup, pickScope } from './historyPicks.ts';
import { noFilters } from './latencyQuery.ts';
import { type BaselineParts, measureBaseline } from './measureBaseline.ts';
import { promptOfKey } from './promptOfKey.ts';
import { onRunAction, openRunById, type RunActionParts } from './runActions.ts';
import { compareVersions, onVersionAction, type VersionActionParts } from './versionActions.ts';

/** What the side panel's buttons work on. */
export interface LatencyActionParts extends RunActionParts, VersionActionParts, BaselineParts {
  readonly extensionUri: vscode.Uri;
}

/** Does what the person asks for in the side panel; every message has its answer here. */
export async function onLatencyMessage(message: HistoryToHost, parts: LatencyActionParts): Promise<void> {
  const { latency } = parts;
  switch (message.type) {
    case 'ready':
    case 'select':
      return;
    case 'action':
      return onAction(message.action, parts);
    case 'run-action':
      return onRunAction(message.action, message.runs, parts);
    case 'version-action':
      return onVersionAction(message.action, message.version, parts);
    case 'pick':
      return onPick(message.pick, parts);
    case 'metric':
      return latency.ask({ metric: message.metric });
    case 'open-run':
      return openRunById(message.run, parts);
    case 'open-prompt': {
      const row = latency.data?.prompts.find(({ promptId }) => String(promptId) === message.prompt);
      return row === undefined ? undefined : latency.pick({ kind: 'prompt', key: row.key, title: row.title });
    }
    case 'more-rows':
      return latency.more(message.list, message.after);
    case 'more-prompts':
      return latency.ask({ promptLimit: latency.query.promptLimit + 100 });
    case 'explain':
      return explain(message.figure, parts.extensionUri);
    default:
      return assertNever(message);
  }
}

async function onAction(action: HistoryActionId, parts: LatencyActionParts): Promise<void> {
  const { latency, history } = parts;
  switch (action) {
    case 'run':
      return runShown(parts);
    case 'set-api-key':
      return execute('promptTuner.setApiKey');
    case 'open-samples':
      return execute('promptTuner.openSamplePrompts');
    case 'open-settings':
      await openSettings('promptTuner.history');
      return;
    case 'show-log':
      return execute('promptTuner.showLog');
    case 'reload':
      return latency.renew();
    case 'toggle-left-out':
      return latency.ask({ includeAll: !latency.query.includeAll });
    case 'toggle-simulated':
      return latency.ask({ simulated: !latency.query.simulated, groupId: null });
    case 'measure-baseline': {
      const group = latency.data?.group ?? null;
      if (group !== null) await measureBaseline(group.row.group, parts);
      return latency.renew();
    }
    case 'compare':
      return compareVersions(parts);
    case 'clear-filters':
      return latency.ask({ filters: noFilters });
    case 'dismiss-notice':
      return latency.dismissNotice();
    case 'undo': {
      const store = await history.open();
      await store.restore(latency.deleted);
      return latency.forgetDeleted();
    }
    case 'dismiss-undo':
      return latency.forgetDeleted();
    default:
      return assertNever(action);
  }
}

/** Runs the prompt that the side panel is about. */
async function runShown({ latency, flow }: LatencyActionParts): Promise<void> {
  const { scope } = latency.query;
  return scope.kind === 'prompt' ? flow.run(await promptOfKey(scope, flow)) : flow.runLast();
}

async function onPick(pick: PickId, { latency, history }: LatencyActionParts): Promise<void> {
  const store = await history.open();
  switch (pick) {
    case 'scope':
      return pickScope(store, latency);
    case 'group':
      return pickGroup(latency);
    case 'model':
    case 'state':
    case 'time':
      return pickFilter(store, latency, pick);
    default:
      return assertNever(pick);
  }
}

async function execute(command: CommandId): Promise<void> {
  await vscode.commands.executeCommand(command);
}
