import * as vscode from 'vscode';
import type { Connections } from './connections.ts';
import { Disposable } from './disposable.ts';
import { later } from './later.ts';
import { modelRefusal } from './modelRefusal.ts';
import type { Models } from './models.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { currentPrompt } from './promptSource.ts';
import type { RequestPreparation } from './requestPreparation.ts';
import { previewText } from './sources/previewText.ts';
import type { PromptValues } from './sources/promptValues.ts';
import { sidecarUri } from './sources/sidecars.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

const scheme = 'prompt-tuner-preview';
/** Typing is left alone for this long before the preview is renewed: ms. */
const settleMs = 350;

/** What a preview is made from. */
export interface PreviewParts {
  readonly connections: Connections;
  readonly models: Models;
  readonly preparation: RequestPreparation;
  readonly promptParameters: PromptParameters;
  readonly promptValues: PromptValues;
  readonly estimates: TokenEstimates;
}

/** Shows the request that a prompt would send, in a read-only document that follows the prompt; sends nothing. */
export class RequestPreview extends Disposable {
  readonly #parts: PreviewParts;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly #uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Request Preview')}.jsonc` });
  #content = '';
  #prompt: Prompt | null = null;
  /** Whether some of its values are what VS Code fills in, such as the selection. */
  #isFilledByEditor = false;
  readonly #following = this._register(later(() => this.#follow()));
  #renewals = 0;

  constructor(parts: PreviewParts, log: vscode.LogOutputChannel) {
    super();
    this.#parts = parts;
    this.#log = log;
    this._register(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: () => this.#content,
      }),
    );
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isMadeFrom(document.uri)) this.#plan();
      }),
    );
    this._register(parts.promptParameters.onDidChange(() => this.#plan()));
    this._register(parts.promptValues.onDidChange(() => this.#plan()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('promptTuner')) this.#plan();
      }),
    );
    this._register(
      vscode.window.onDidChangeTextEditorSelection(() => {
        if (this.#isFilledByEditor) this.#plan();
      }),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#uri.toString()) this.#prompt = null;
      }),
    );
  }

  /** Shows the request of a prompt as it stands now, and follows it until the preview is closed. */
  async show(prompt: Prompt): Promise<void> {
    this.#following.cancel();
    this.#prompt = prompt;
    await this.#renew(prompt);
    const document = await vscode.workspace.openTextDocument(this.#uri);
    // The preview of another prompt may have been closed meanwhile.
    this.#prompt ??= prompt;
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  #isMadeFrom(uri: vscode.Uri): boolean {
    // Where a selection stands after an edit, nobody keeps in mind.
    if (this.#prompt === null || this.#prompt.anchor.kind === 'spans') return false;
    const sources = [this.#prompt.uri, sidecarUri(this.#prompt.uri)];
    return sources.some((source) => source?.toString() === uri.toString());
  }

  #plan(): void {
    if (this.#prompt !== null) this.#following.plan(settleMs);
  }

  async #follow(): Promise<void> {
    const prompt = this.#prompt;
    if (prompt === null) return;
    try {
      // A prompt that is empty, or gone for a moment, leaves the preview as it is.
      const now = await currentPrompt(prompt).catch(() => null);
      if (now !== null && this.#prompt === prompt) await this.#renew(now);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  /** Makes the content anew, unless a later call is at it by the time that it is made. */
  async #renew(prompt: Prompt): Promise<void> {
    this.#renewals += 1;
    const renewal = this.#renewals;
    const { connections, models, preparation, estimates } = this.#parts;
    const { origin, baseUrl } = connections.endpoint();
    const prepared = await preparation.prepare(prompt, origin);
    const content = await previewText(prepared, baseUrl, estimates, modelRefusal(prepared, models, origin));
    if (renewal !== this.#renewals) return;
    const values = [...(prepared.filling?.known.values() ?? [])];
    this.#isFilledByEditor = values.some(({ source }) => source === 'editor');
    this.#content = content;
    this.#changes.fire(this.#uri);
  }
}
