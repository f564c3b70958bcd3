import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { hintDiagnostic, markSeverity } from '../hints/hintDiagnostics.ts';
import { marked, strongestFirst } from '../hints/marks.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { partRange } from './partEdits.ts';
import type { PartHints } from './partHints.ts';

/** Marks what was found in the prompts inside a document: at most so many in all as the person wants, the strongest first. */
export class PartDiagnostics extends Disposable {
  readonly #hints: PartHints;
  readonly #estimates: TokenEstimates;
  readonly #extensionUri: vscode.Uri;
  readonly #collection = this._register(vscode.languages.createDiagnosticCollection('promptTuner.parts'));

  constructor(hints: PartHints, estimates: TokenEstimates, extensionUri: vscode.Uri) {
    super();
    this.#hints = hints;
    this.#estimates = estimates;
    this.#extensionUri = extensionUri;
    this._register(hints.onDidChange((document) => this.#publish(document)));
    this._register(
      vscode.workspace.onDidCloseTextDocument((document) => this.#collection.delete(document.uri)),
    );
  }

  #publish(document: vscode.TextDocument): void {
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    const maximum = readSetting(configuration, 'promptTuner.hints.maximum');
    const severity = markSeverity(configuration);
    const states = new Map(
      this.#hints
        .current(document)
        .flatMap((state) =>
          marked(state.findings, state.text.text, maximum).map((finding) => [finding, state] as const),
        ),
    );
    const strongest = strongestFirst([...states.keys()]).slice(0, maximum);
    this.#collection.set(
      document.uri,
      strongest.flatMap((finding) => {
        const state = states.get(finding);
        if (state === undefined) return [];
        const diagnostic = hintDiagnostic(finding, state.text.text, {
          rangeOf: (span) => partRange(document, state.text, span),
          estimate: (raw) => this.#estimates.ofRaw(raw, state.model),
          severity,
          extensionUri: this.#extensionUri,
        });
        return [diagnostic];
      }),
    );
  }
}
