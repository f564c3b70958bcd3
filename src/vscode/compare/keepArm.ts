import * as vscode from 'vscode';
import type { ArmChange, Comparison, ComparisonArm } from '../../core/compare/comparison.ts';
import type { ParameterValues } from '../../core/request/parameters.ts';
import { replacePrompt } from '../history/replacePrompt.ts';
import { type Prompt, promptOfRun } from '../prompt.ts';
import type { PromptParameters } from '../promptParameters.ts';
import { currentPrompt } from '../promptSource.ts';
import type { SettingId } from '../settings.ts';
import { UserError } from '../userError.ts';
import type { CompareController } from './compareController.ts';

const settingOf = {
  model: 'promptTuner.model',
  effort: 'promptTuner.effort',
  thinking: 'promptTuner.thinking',
  maxTokens: 'promptTuner.maxTokens',
  temperature: 'promptTuner.temperature',
} as const satisfies Record<keyof ArmChange, SettingId>;

/**
 * Puts an arm's text or value where the prompt has it from, so that it can be undone at once.
 * @throws UserError where the prompt is gone
 */
export async function keepArm(
  comparison: Comparison,
  name: string,
  promptParameters: PromptParameters,
  controller: CompareController,
): Promise<void> {
  const { t } = vscode.l10n;
  const arm = comparison.setup.arms.find((candidate) => candidate.name === name);
  const stored = promptOfRun(comparison.setup.prompt);
  if (arm === undefined || stored === null) return;
  const prompt = await currentPrompt(stored);
  if (comparison.setup.varied === 'prompt') {
    const changed = await keepText(prompt, arm);
    const text = changed
      ? t('{0} stands in the editor: one undo there takes it back.', name)
      : t('{0} stands in the editor, as it did before.', name);
    return controller.update({ notice: { text, undo: null } });
  }
  const undo = await keepValue(prompt, arm.change, promptParameters);
  controller.update({ notice: { text: t('{0} is kept: {1}.', name, arm.label), undo } });
}

/** Puts an arm's text in the place of the prompt's; resolves to whether it read otherwise. */
async function keepText(prompt: Prompt, { text }: ComparisonArm): Promise<boolean> {
  if (text === null) throw new UserError(vscode.l10n.t('The text of this arm was not kept.'));
  if (text === prompt.text) return false;
  await replacePrompt(prompt, text);
  return true;
}

/** Sets a parameter in the setting that decides it now, else for this prompt; resolves to what takes it back. */
async function keepValue(
  prompt: Prompt,
  change: ArmChange,
  promptParameters: PromptParameters,
): Promise<() => Promise<void>> {
  const [name] = Object.keys(change) as (keyof ArmChange)[];
  if (name === undefined) return async () => {};
  const configuration = vscode.workspace.getConfiguration(undefined, prompt.uri);
  const panel = promptParameters.panelValues(prompt.key);
  const target = name in panel ? null : targetOf(configuration, settingOf[name]);
  if (target === null) {
    const before = panel[name as keyof typeof panel] as ParameterValues[typeof name] | undefined;
    await promptParameters.change(prompt.key, change);
    return () => promptParameters.change(prompt.key, { [name]: before });
  }
  const id = settingOf[name];
  const before = valueAt(configuration, id, target);
  await configuration.update(id, change[name], target);
  return async () => {
    await vscode.workspace.getConfiguration(undefined, prompt.uri).update(id, before, target);
  };
}

/** The narrowest place in which a setting is set; null where it is the default. */
function targetOf(
  configuration: vscode.WorkspaceConfiguration,
  id: SettingId,
): vscode.ConfigurationTarget | null {
  const found = configuration.inspect(id);
  if (found?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (found?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  return found?.globalValue === undefined ? null : vscode.ConfigurationTarget.Global;
}

function valueAt(
  configuration: vscode.WorkspaceConfiguration,
  id: SettingId,
  target: vscode.ConfigurationTarget,
): unknown {
  const found = configuration.inspect(id);
  switch (target) {
    case vscode.ConfigurationTarget.WorkspaceFolder:
      return found?.workspaceFolderValue;
    case vscode.ConfigurationTarget.Workspace:
      return found?.workspaceValue;
    default:
      return found?.globalValue;
  }
}
