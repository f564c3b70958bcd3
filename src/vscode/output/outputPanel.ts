import type * as vscode from 'vscode';
import { parseOutputMessage } from '../../webview/guards.ts';
import type { HostToOutput, OutputToHost } from '../../webview/protocol.ts';
import { PagePanel } from '../pagePanel.ts';

/** The panel that shows a run. */
export class OutputPanel extends PagePanel<HostToOutput, OutputToHost> {
  constructor(extensionUri: vscode.Uri) {
    super(extensionUri, { viewType: 'promptTuner.output', page: 'output', parse: parseOutputMessage });
  }
}
