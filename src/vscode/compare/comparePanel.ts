import type * as vscode from 'vscode';
import { parseCompareMessage } from '../../webview/compareGuards.ts';
import type { CompareToHost, HostToCompare } from '../../webview/compareProtocol.ts';
import { PagePanel } from '../pagePanel.ts';

/** The panel that shows a comparison. */
export class ComparePanel extends PagePanel<HostToCompare, CompareToHost> {
  constructor(extensionUri: vscode.Uri) {
    super(extensionUri, { viewType: 'promptTuner.compare', page: 'compare', parse: parseCompareMessage });
  }
}
