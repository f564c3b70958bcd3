import * as vscode from 'vscode';
import type { SettingId } from '../settings.ts';

/** The command behind the quick fix that turns a rule off; of no use to a person, so not in the palette. */
export const disableRuleCommand = 'promptTuner.hints.disableRule';

const setting: SettingId = 'promptTuner.hints.rules';

/** Turns a rule off in the settings: where rules are set already, nearest first, else in the person's own. */
export async function disableRule(rule: string, uri: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(undefined, uri);
  const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect<object>(setting) ?? {};
  const [value, target] =
    workspaceFolderValue !== undefined
      ? [workspaceFolderValue, vscode.ConfigurationTarget.WorkspaceFolder]
      : workspaceValue !== undefined
        ? [workspaceValue, vscode.ConfigurationTarget.Workspace]
        : [globalValue, vscode.ConfigurationTarget.Global];
  await configuration.update(setting, { ...value, [rule]: 'off' }, target);
}
