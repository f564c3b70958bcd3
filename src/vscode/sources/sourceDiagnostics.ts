import * as vscode from 'vscode';
import type { Problem } from '../../core/prompt/problem.ts';
import { Disposable } from '../disposable.ts';
import { openedDocument } from '../openedDocument.ts';
import { partRange } from './partEdits.ts';
import { problemText } from './problemTexts.ts';
import { keyOfPart } from './promptParts.ts';
import type { PromptValues } from './promptValues.ts';
import { sidecarUri } from './sidecars.ts';
import type { SourceTracker, TrackedDocument } from './sourceTracker.ts';
import { undefinedVariables } from './undefinedVariables.ts';

/** The code of a mark on a variable without a value; the name follows. */
export const undefinedCode = 'undefined-variable';
/** The name that VS Code shows beside what is wrong with a prompt's file. */
export const sourceName = 'Prompt Tuner: prompt';

/** Marks what is wrong with a prompt's front matter and the file beside it, strings in code that are not read, and variables without a value. */
export class SourceDiagnostics extends Disposable {
  readonly #sources: SourceTracker;
  readonly #values: PromptValues;
  readonly #collection = this._register(vscode.languages.createDiagnosticCollection('promptTuner.sources'));
  /** The file beside each document that something was told about. */
  readonly #besides = new Map<string, vscode.Uri>();

  constructor(sources: SourceTracker, values: PromptValues) {
    super();
    this.#sources = sources;
    this.#values = values;
    this._register(sources.onDidChange((document) => void this.#publish(document)));
    this._register(values.onDidChange(() => this.#publishAll()));
    this.#publishAll();
  }

  #publishAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#publish(document);
  }

  async #publish(document: vscode.TextDocument): Promise<void> {
    const known = this.#sources.last(document);
    if (known !== null && known.version !== document.version) return;
    const key = document.uri.toString();
    const told = this.#besides.get(key);
    if (known === null) {
      this.#collection.delete(document.uri);
      if (told !== undefined) this.#collection.delete(told);
      this.#besides.delete(key);
      return;
    }
    this.#collection.set(document.uri, [
      ...known.problems.map((problem) => diagnosticOf(problem, document)),
      ...this.#variables(document, known),
    ]);
    await this.#publishBeside(document, known);
  }

  async #publishBeside(document: vscode.TextDocument, known: TrackedDocument): Promise<void> {
    const { sidecarProblems } = known;
    const beside = sidecarUri(document.uri);
    const key = document.uri.toString();
    if (beside === null || (sidecarProblems.length === 0 && !this.#besides.has(key))) return;
    this.#besides.set(key, beside);
    if (sidecarProblems.length === 0) {
      this.#collection.set(beside, []);
      return;
    }
    // It may be gone again.
    const opened = await openedDocument(beside);
    if (opened === null || this.disposed || this.#sources.last(document) !== known) return;
    this.#collection.set(
      beside,
      sidecarProblems.map((problem) => diagnosticOf(problem, opened)),
    );
  }

  #variables(document: vscode.TextDocument, { prompts }: TrackedDocument): readonly vscode.Diagnostic[] {
    return prompts.flatMap(({ found }) => {
      const prompt = { key: keyOfPart(document.uri, found.identity), uri: document.uri };
      return undefinedVariables(found, this.#values.fillingOf(prompt, found)).flatMap(({ use, message }) => {
        const text = found.messages[message]?.text;
        if (text === undefined) return [];
        const sentence = vscode.l10n.t('“{0}” has no value: it is asked for when the prompt runs.', use.name);
        const range = partRange(document, text, use);
        const diagnostic = new vscode.Diagnostic(range, sentence, vscode.DiagnosticSeverity.Hint);
        diagnostic.source = sourceName;
        diagnostic.code = `${undefinedCode}:${use.name}`;
        return [diagnostic];
      });
    });
  }
}

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  note: vscode.DiagnosticSeverity.Hint,
};

function diagnosticOf(problem: Problem, document: vscode.TextDocument): vscode.Diagnostic {
  const { t } = vscode.l10n;
  const { severity, span } = problem;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const phrase = problemText(problem);
  const sentences: Readonly<Record<Problem['severity'], string>> = {
    error: t('{0}. Nothing is sent like this.', capitalised(phrase)),
    warning: t('{0}. It is not obeyed.', capitalised(phrase)),
    note: t('Not read as a prompt: {0}.', phrase),
  };
  const diagnostic = new vscode.Diagnostic(range, sentences[severity], severities[severity]);
  diagnostic.source = sourceName;
  diagnostic.code = problem.kind;
  return diagnostic;
}

function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
