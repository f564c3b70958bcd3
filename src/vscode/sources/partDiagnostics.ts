import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { hintDiagnostic, type MarkParts, markSeverity, unknownRuleMarks } from '../hints/hintDiagnostics.ts';
import { marked, strongestFirst } from '../hints/marks.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { partRange } from './partEdits.ts';
import type { PartHints, PartState } from './partHints.ts';

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
    const current = this.#hints.current(document);
    const states = new Map(
      current.flatMap((state) =>
        marked(state.findings, state.text.text, maximum).map((finding) => [finding, state] as const),
      ),
    );
    const partsOf = ({ text, model }: PartState): MarkParts => ({
      rangeOf: (span) => partRange(document, text, span),
      estimate: (raw) => this.#estimates.ofRaw(raw, model),
      severity,
      extensionUri: this.#extensionUri,
    });
    const strongest = strongestFirst([...states.keys()]).slice(0, maximum);
    this.#collection.set(document.uri, [
      ...strongest.flatMap((finding) => {
        const state = states.get(finding);
        return state === undefined ? [] : [hintDiagnostic(finding, state.text.text, partsOf(state))];
      }),
      ...current.flatMap((state) => unknownRuleMarks(state.text.text, 'prompt', partsOf(state))),
    ]);
  }
}
