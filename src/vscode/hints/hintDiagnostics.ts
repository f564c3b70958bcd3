import * as vscode from 'vscode';
import { directiveIds } from '../../core/hints/disable.ts';
import type { Finding } from '../../core/hints/finding.ts';
import type { PromptKind, Span } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { deletedPart } from './fixShape.ts';
import { lintedKind } from './hintedDocuments.ts';
import { hintMessage } from './hintTexts.ts';
import type { HintTracker } from './hintTracker.ts';
import { marked } from './marks.ts';
import { unknownRules } from './ruleInfo.ts';

/** The name that VS Code shows beside a hint. */
export const hintSource = 'Prompt Tuner';

/** Marks what was found in the text: at most so many as the person wants, the strongest first. */
export class HintDiagnostics extends Disposable {
  readonly #tracker: HintTracker;
  readonly #estimates: TokenEstimates;
  readonly #extensionUri: vscode.Uri;
  readonly #collection = this._register(vscode.languages.createDiagnosticCollection('promptTuner'));

  constructor(tracker: HintTracker, estimates: TokenEstimates, extensionUri: vscode.Uri) {
    super();
    this.#tracker = tracker;
    this.#estimates = estimates;
    this.#extensionUri = extensionUri;
    this._register(tracker.onDidChange((document) => this.#publish(document)));
    const renew = () => {
      for (const document of vscode.workspace.textDocuments) this.#publish(document);
    };
    this._register(estimates.onDidLearn(renew));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('promptTuner.hints')) renew();
      }),
    );
  }

  #publish(document: vscode.TextDocument): void {
    const state = this.#tracker.last(document);
    if (state === null) {
      this.#collection.delete(document.uri);
      return;
    }
    // What was found in an older text is about to be found anew; until then VS Code moves the marks along.
    if (state.version !== document.version) return;
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    const maximum = readSetting(configuration, 'promptTuner.hints.maximum');
    const severity = markSeverity(configuration);
    const marks = marked(state.findings, state.text, maximum);
    const parts: MarkParts = {
      rangeOf: ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
      estimate: (raw) => this.#estimates.ofRaw(raw, state.model),
      severity,
      extensionUri: this.#extensionUri,
    };
    this.#collection.set(document.uri, [
      ...marks.map((finding) => hintDiagnostic(finding, state.text, parts)),
      ...(state.tooLong ? [] : unknownRuleMarks(state.text, lintedKind(document), parts)),
    ]);
  }
}

/** What decides how a finding is marked. */
export interface MarkParts {
  /** Where a span of the text stands in its document. */
  readonly rangeOf: (span: Span) => vscode.Range;
  readonly estimate: (raw: number) => number;
  readonly severity: vscode.DiagnosticSeverity;
  readonly extensionUri: vscode.Uri;
}

/** The mark of a finding in a text: faded where words go. */
export function hintDiagnostic(
  finding: Finding,
  text: string,
  { rangeOf, estimate, severity, extensionUri }: MarkParts,
): vscode.Diagnostic {
  const { start, end, rule, replacement } = finding;
  const replaced = text.slice(start, end);
  const gone = replacement === null ? null : deletedPart(replaced, replacement);
  const range = rangeOf(gone === null ? finding : { start: start + gone.start, end: start + gone.end });
  const diagnostic = new vscode.Diagnostic(range, hintMessage(finding, replaced, estimate), severity);
  diagnostic.source = hintSource;
  diagnostic.code = { value: rule, target: rulePage(extensionUri, rule) };
  if (gone !== null) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Marks the ids in comments that switch hints off where no rule has them: such a comment does nothing. */
export function unknownRuleMarks(
  text: string,
  kind: PromptKind,
  { rangeOf, severity }: Pick<MarkParts, 'rangeOf' | 'severity'>,
): readonly vscode.Diagnostic[] {
  return directiveIds(text, kind)
    .filter(({ id }) => unknownRules([id]).length > 0)
    .map((place) => {
      const message = vscode.l10n.t('There is no rule {0}.', place.id);
      const diagnostic = new vscode.Diagnostic(rangeOf(place), message, severity);
      diagnostic.source = hintSource;
      return diagnostic;
    });
}

/** How marks look, as the person wants it. */
export function markSeverity(configuration: vscode.WorkspaceConfiguration): vscode.DiagnosticSeverity {
  return readSetting(configuration, 'promptTuner.hints.severity') === 'hint'
    ? vscode.DiagnosticSeverity.Hint
    : vscode.DiagnosticSeverity.Information;
}

/** The page of a rule, in the extension. */
export function rulePage(extensionUri: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}
