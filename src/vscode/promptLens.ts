import * as vscode from 'vscode';
import { formatEstimate } from '../core/format.ts';
import { bodySpan, roleOf, showsCodeLens } from '../core/prompt/promptDocument.ts';
import type { CommandId } from './commandIds.ts';
import { Disposable } from './disposable.ts';
import { promptSelector } from './documentSchemes.ts';
import type { PromptEstimates } from './promptEstimates.ts';
import { kindOfDocument } from './promptSource.ts';
import { readSetting } from './settings.ts';

/** The one grey line over a prompt: Run, its tokens, Compare. */
export class PromptLens extends Disposable implements vscode.CodeLensProvider {
  readonly #estimates: PromptEstimates;
  readonly #changes = this._register(new vscode.EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.#changes.event;

  constructor(estimates: PromptEstimates) {
    super();
    this.#estimates = estimates;
    this._register(vscode.languages.registerCodeLensProvider(promptSelector, this));
    this._register(estimates.onDidChange(() => this.#changes.fire()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('promptTuner.codeLens')) this.#changes.fire();
      }),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const kind = kindOfDocument(document);
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    if (!showsCodeLens(kind) || !readSetting(configuration, 'promptTuner.codeLens')) return [];
    const { t } = vscode.l10n;
    const { start } = bodySpan(document.getText(), kind);
    const at = new vscode.Range(document.positionAt(start), document.positionAt(start));
    const lens = (command: CommandId, title: string, tooltip: string) =>
      new vscode.CodeLens(at, { command, title, tooltip, arguments: [document.uri] });
    // Instructions to other tools are read far more often than run: no Run over them.
    const run =
      roleOf(kind) === 'user'
        ? [lens('promptTuner.run', t('▷ Run'), t('Run this prompt and watch the answer beside it'))]
        : [];
    const compare =
      run.length === 0
        ? []
        : [
            lens(
              'promptTuner.compare',
              t('Compare'),
              t('Compare this prompt with an earlier text, another model or parameter'),
            ),
          ];
    const tokens = this.#estimates.shown(document);
    if (tokens === null) return [...run, ...compare];
    return [
      ...run,
      lens(
        'promptTuner.countTokens',
        t('{0} tokens', formatEstimate(tokens.document)),
        t('Estimated on this machine. Press to have the API count.'),
      ),
      ...compare,
    ];
  }
}
