import * as vscode from 'vscode';
import type { Role } from '../../core/prompt/promptDocument.ts';
import type { PromptParameters } from '../promptParameters.ts';
import { isPartTarget, keyOfPart } from './promptParts.ts';

/** The command behind the role in the line over a prompt; no person calls it by name. */
export const switchRoleCommand = 'promptTuner.switchRole';

/** Lets one press send a prompt as the other role from then on. */
export function registerSwitchRole(parameters: PromptParameters): vscode.Disposable {
  return vscode.commands.registerCommand(switchRoleCommand, async (target: unknown, role: unknown) => {
    if (!isPartTarget(target) || !isRole(role)) return;
    await parameters.change(keyOfPart(target.uri, target.identity), { role });
  });
}

function isRole(value: unknown): value is Role {
  return value === 'user' || value === 'system';
}
