import * as vscode from 'vscode';
import type { OutputController } from './output/outputController.ts';
import type { OutputPanel } from './output/outputPanel.ts';
import type { Runner } from './runner.ts';
import { loadSample } from './sampleRun.ts';
import { UserError } from './userError.ts';

/** What playing the sample run works on. */
export interface SampleParts {
  readonly extensionUri: vscode.Uri;
  readonly runner: Runner;
  readonly output: OutputController;
  readonly panel: OutputPanel;
}

/**
 * Plays the recorded run of the package in the panel; sends nothing.
 * @throws UserError while a run is under way
 */
export async function showSample({ extensionUri, runner, output, panel }: SampleParts): Promise<void> {
  const recording = await loadSample(extensionUri);
  if (runner.running) {
    throw new UserError(vscode.l10n.t('A run is under way: see the sample when it has ended.'));
  }
  panel.reveal(vscode.l10n.t('Prompt Output'));
  const record = runner.startSample(recording);
  output.show({ kind: 'run', record }, { chips: null, canInsert: false, price: null });
}
