import * as vscode from 'vscode';
import { bodySpan, type PromptKind, roleOf, showsCodeLens } from '../core/prompt/promptDocument.ts';
import type { CommandId } from './commandIds.ts';
import { Disposable } from './disposable.ts';
import { sourceSelector } from './documentSchemes.ts';
import type { HintLine, LinePart } from './hints/hintLine.ts';
import type { Hints } from './hints/hints.ts';
import { LineChanges } from './lineChanges.ts';
import { formatEstimate } from './numbers.ts';
import type { PromptEstimates } from './promptEstimates.ts';
import type { PromptParameters } from './promptParameters.ts';
import { kindOfDocument } from './promptSource.ts';
import { readSetting } from './settings.ts';
import { partLenses } from './sources/partLenses.ts';
import type { SourceTracker } from './sources/sourceTracker.ts';

/** The one grey line over a prompt: Run, its role where it may be either, its tokens, its hints, Compare. */
export class PromptLens extends Disposable implements vscode.CodeLensProvider {
  readonly #estimates: PromptEstimates;
  readonly #hints: Hints;
  readonly #sources: SourceTracker;
  readonly #parameters: PromptParameters;
  readonly #changes = this._register(new LineChanges(documentsWithLines));

  readonly onDidChangeCodeLenses = this.#changes.event;

  constructor(
    estimates: PromptEstimates,
    hints: Hints,
    sources: SourceTracker,
    parameters: PromptParameters,
  ) {
    super();
    this.#estimates = estimates;
    this.#hints = hints;
    this.#sources = sources;
    this.#parameters = parameters;
    this._register(sources.onDidChange(() => this.#changes.tell()));
    this._register(parameters.onDidChange(() => this.#changes.tell()));
    this._register(vscode.languages.registerCodeLensProvider(sourceSelector, this));
    this._register(estimates.onDidChange(() => this.#changes.tell()));
    this._register(hints.onDidChange(() => this.#changes.tell()));
    // Where the focus goes to a panel or another editor, VS Code drops what it was about to ask.
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.#changes.tell()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('promptTuner.codeLens')) this.#changes.tell();
      }),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    this.#changes.asked(document);
    const kind = kindOfDocument(document);
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    if (!readSetting(configuration, 'promptTuner.codeLens')) return [];
    return [...this.#documentLenses(document, kind), ...this.#partLenses(document)];
  }

  #partLenses(document: vscode.TextDocument): readonly vscode.CodeLens[] {
    const prompts = this.#sources.last(document)?.prompts ?? [];
    return prompts
      .filter(({ found }) => found.identity !== '' && found.span.end <= document.getText().length)
      .flatMap((prompt) =>
        partLenses(document, prompt, this.#hints.partLine(document, prompt.found.identity), this.#parameters),
      );
  }

  #documentLenses(document: vscode.TextDocument, kind: PromptKind): readonly vscode.CodeLens[] {
    const line = this.#hints.line(document);
    if (!showsCodeLens(kind) && line === null) return [];
    const { t } = vscode.l10n;
    const { start } = bodySpan(document.getText(), kind);
    const at = new vscode.Range(document.positionAt(start), document.positionAt(start));
    const lens = (command: CommandId, title: string, tooltip: string) =>
      new vscode.CodeLens(at, { command, title, tooltip, arguments: [document.uri] });
    const isPrompt = showsCodeLens(kind);
    // Instructions to other tools are read far more often than run: no Run over them.
    const run =
      isPrompt && roleOf(kind) === 'user'
        ? [lens('promptTuner.run', t('▷ Run'), t('Run this prompt and watch the answer beside it'))]
        : [];
    const tokens = isPrompt ? this.#tokens(document, line) : null;
    const compare = t('Compare this prompt with an earlier text, another model or parameter');
    return [
      ...run,
      ...(tokens === null ? [] : [lens('promptTuner.countTokens', tokens.title, tokens.tooltip)]),
      ...(line?.hints == null ? [] : [lens('promptTuner.showHints', line.hints.title, line.hints.tooltip)]),
      ...(run.length === 0 ? [] : [lens('promptTuner.compare', t('Compare'), compare)]),
    ];
  }

  #tokens(document: vscode.TextDocument, line: HintLine | null): LinePart | null {
    const { t } = vscode.l10n;
    const tokens = this.#estimates.shown(document);
    if (tokens === null || line?.weights != null) return line?.weights ?? null;
    return {
      title: t('{0} tokens', formatEstimate(tokens.document)),
      tooltip: t('Estimated on this machine. Press to have the API count.'),
    };
  }
}

function documentsWithLines(): readonly vscode.TextDocument[] {
  return vscode.window.visibleTextEditors
    .map(({ document }) => document)
    .filter((document) => vscode.languages.match(sourceSelector, document) > 0);
}
