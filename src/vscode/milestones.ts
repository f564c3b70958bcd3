import * as vscode from 'vscode';

/** What a person comes to for the first time: context keys that tick off the steps of the walkthrough; permanent names. */
export type Milestone =
  | 'promptTuner.keyAccepted'
  | 'promptTuner.promptRan'
  | 'promptTuner.hintApplied'
  | 'promptTuner.comparisonMade';

/** A command that tells VS Code so once it has carried out something by itself, such as a quick fix. */
export function reaching(milestone: Milestone): vscode.Command {
  return { title: '', command: 'setContext', arguments: [milestone, true] };
}

/** Tells VS Code that the person came this far. */
export function reach(milestone: Milestone): void {
  void vscode.commands.executeCommand('setContext', milestone, true);
}
