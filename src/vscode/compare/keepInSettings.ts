import * as vscode from 'vscode';
import type { ParameterValues } from '../../core/request/parameters.ts';
import { parameterOfSetting } from '../promptParameters.ts';
import type { SettingId } from '../settings.ts';
import type { KeptValue } from './keptValue.ts';

/** Puts a value into the setting that decides it, in the narrowest place where it is set. */
export async function keepInSettings(
  uri: vscode.Uri,
  name: keyof ParameterValues,
  value: unknown,
): Promise<KeptValue> {
  const id = parameterOfSetting[name];
  const { target, before } = placeOf(uri, id);
  const put = (wanted: unknown) =>
    vscode.workspace.getConfiguration(undefined, uri).update(id, wanted, target);
  await put(value);
  return { where: vscode.l10n.t('the setting “{0}”', id), undo: async () => put(before) };
}

function placeOf(
  uri: vscode.Uri,
  id: SettingId,
): { readonly target: vscode.ConfigurationTarget; readonly before: unknown } {
  const found = vscode.workspace.getConfiguration(undefined, uri).inspect(id);
  if (found?.workspaceFolderValue !== undefined) {
    return { target: vscode.ConfigurationTarget.WorkspaceFolder, before: found.workspaceFolderValue };
  }
  if (found?.workspaceValue !== undefined) {
    return { target: vscode.ConfigurationTarget.Workspace, before: found.workspaceValue };
  }
  return { target: vscode.ConfigurationTarget.Global, before: found?.globalValue };
}
