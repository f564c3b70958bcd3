import * as vscode from 'vscode';

/** What a person comes to for the first time: context keys that tick off the steps of the walkthrough; permanent names. */
export type Milestone =
  | 'promptTuner.keyAccepted'
  | 'promptTuner.promptRan'
  | 'promptTuner.hintApplied'
  | 'promptTuner.comparisonMade';

/** Tells VS Code that the person came this far. */
export function reach(milestone: Milestone): void {
  void vscode.commands.executeCommand('setContext', milestone, true);
}
