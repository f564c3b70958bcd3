import * as vscode from 'vscode';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { promptKindOf, showsCodeLens } from '../../core/prompt/promptDocument.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import { Disposable } from '../disposable.ts';
import { isWatchedScheme } from '../documentSchemes.ts';
import type { EffectiveParameters } from '../effectiveParameters.ts';
import { documentsInView, onDidChangeView } from '../hints/hintedDocuments.ts';
import { later } from '../later.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { type DocumentPrompts, foundIn, mayHoldPrompt } from './foundIn.ts';
import { keyOfPart } from './promptParts.ts';
import { isSidecar } from './sidecars.ts';

/** Typing is left alone for this long before prompts are looked for: ms. */
const settleMs = 350;

const promptFence = /^[ \t]*(?:[-*+][ \t]+)?(?:`{3,}|~{3,})[ \t]*prompt\b/m;

/** A prompt of a document in view. */
export interface TrackedPrompt {
  readonly found: FoundPrompt;
  /** Estimated tokens of all its messages. */
  readonly tokens: number;
}

/** What is known of a document in view. */
export interface TrackedDocument extends Omit<DocumentPrompts, 'prompts'> {
  readonly prompts: readonly TrackedPrompt[];
}

/** Knows the prompts of the documents in view; looks off the path of typing, and only where there can be one. */
export class SourceTracker extends Disposable {
  readonly #estimates: TokenEstimates;
  readonly #effective: EffectiveParameters;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = this._register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #known = new Map<string, TrackedDocument>();
  readonly #looking = this._register(later(() => this.#lookAtView()));
  #generation = 0;

  /** What is known of this document changed. */
  readonly onDidChange = this.#changes.event;

  constructor(estimates: TokenEstimates, effective: EffectiveParameters, log: vscode.LogOutputChannel) {
    super();
    this.#estimates = estimates;
    this.#effective = effective;
    this.#log = log;
    this._register(onDidChangeView(() => this.#looking.plan(0)));
    this._register(estimates.onDidLearn(() => this.#looking.plan(0)));
    this._register(effective.onDidChange(() => this.#looking.plan(0)));
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Nothing is looked at while a person types: whether there is a prompt at all is told when they pause.
        if (contentChanges.length > 0 && isWatchedScheme(document.uri.scheme)) this.#looking.plan(settleMs);
      }),
    );
    this._register(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (isSidecar(uri)) this.#looking.plan(0);
      }),
    );
    this._register(vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#looking.plan(0);
  }

  /** What was found last, perhaps in an older text; null where nothing was looked for. */
  last(document: vscode.TextDocument): TrackedDocument | null {
    return this.#known.get(document.uri.toString()) ?? null;
  }

  /** What was found in the text as it stands; null where it was not looked at yet. */
  current(document: vscode.TextDocument): TrackedDocument | null {
    const known = this.last(document);
    return known?.version === document.version ? known : null;
  }

  async #lookAtView(): Promise<void> {
    const generation = ++this.#generation;
    const isNewest = () => generation === this.#generation && !this.disposed;
    try {
      for (const document of documentsInView()) {
        if (!isTracked(document)) {
          this.#forget(document);
          continue;
        }
        const found = await foundIn(document);
        if (!isNewest()) return;
        const prompts = await this.#counted(document, found.prompts);
        if (!isNewest()) return;
        if (document.version === found.version) this.#keep(document, { ...found, prompts });
      }
    } catch (error) {
      if (isNewest()) this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  async #counted(
    document: vscode.TextDocument,
    prompts: readonly FoundPrompt[],
  ): Promise<readonly TrackedPrompt[]> {
    const { uri } = document;
    const counted: TrackedPrompt[] = [];
    for (const found of prompts) {
      const own = ownMessage(found);
      const text = own?.text.text ?? found.messages.map((message) => message.text.text).join('\n\n');
      const { parameters } = this.#effective.of({ key: keyOfPart(uri, found.identity), uri }, found);
      // The whole document is counted by another.
      const tokens = found.identity === '' ? 0 : await this.#estimates.ofPrompt(text, parameters.model.value);
      counted.push({ found, tokens });
    }
    return counted;
  }

  #keep(document: vscode.TextDocument, known: TrackedDocument): void {
    this.#known.set(document.uri.toString(), known);
    this.#changes.fire(document);
  }

  #forget(document: vscode.TextDocument): void {
    if (this.#known.delete(document.uri.toString())) this.#changes.fire(document);
  }
}

/** Whether prompts are looked for in a document as it is written: in prompt files, Markdown with fenced prompts, and code with the words of one. */
function isTracked(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  if (!isWatchedScheme(uri.scheme) || isSidecar(uri)) return false;
  const kind = promptKindOf({ languageId, path: uri.path });
  if (kind === 'text') return false;
  if (kind === 'markdown') return promptFence.test(document.getText());
  return showsCodeLens(kind) || mayHoldPrompt(document);
}
