import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { isPartTarget, type PartTarget } from './promptParts.ts';
import type { PromptValues } from './promptValues.ts';
import { SourceDiagnostics } from './sourceDiagnostics.ts';
import type { SourceTracker } from './sourceTracker.ts';
import { enterValueCommand, VariableActions } from './variableActions.ts';

/** What tells of problems and variables of the prompts in view: built when the first of them is. */
export class SourceSide extends Disposable {
  /** @param enterValue asks for the value of a variable of a prompt */
  constructor(
    sources: SourceTracker,
    values: PromptValues,
    enterValue: (prompt: PartTarget, variable: string) => Promise<void>,
  ) {
    super();
    this._register(new SourceDiagnostics(sources, values));
    this._register(new VariableActions(sources, values));
    this._register(
      vscode.commands.registerCommand(enterValueCommand, async (prompt: unknown, variable: unknown) => {
        if (isPartTarget(prompt) && typeof variable === 'string') await enterValue(prompt, variable);
      }),
    );
  }
}
