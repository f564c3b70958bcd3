import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import type { SourceTracker } from '../sources/sourceTracker.ts';
import { documentsInView, hintsAreOn, isHinted, onDidChangeView } from './hintedDocuments.ts';
import type { HintLine, LinePart } from './hintLine.ts';
import type { HintSide } from './hintSide.ts';

/** The hints as the rest of the extension has them: what makes them is loaded when a prompt is in view, or asked for. */
export class Hints extends Disposable {
  readonly #load: () => Promise<HintSide>;
  readonly #onError: (error: unknown) => void;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  #loading: Promise<HintSide> | null = null;
  #side: HintSide | null = null;
  #view: vscode.Disposable | null = null;

  /** What the line over a prompt tells of its hints is new. */
  readonly onDidChange = this.#changes.event;

  /** Hints are loaded for prompts inside of documents too, as `sources` finds them. */
  constructor(load: () => Promise<HintSide>, sources: SourceTracker, onError: (error: unknown) => void) {
    super();
    this.#load = load;
    this.#onError = onError;
    this._register(
      sources.onDidChange((document) => {
        const isNeeded = sources.last(document)?.prompts.some(({ found }) => found.identity !== '') ?? false;
        if (this.#loading === null && isNeeded && hintsAreOn(document)) this.side().catch(this.#onError);
      }),
    );
    this.#view = this._register(onDidChangeView(() => this.#look()));
    this.#look();
  }

  /** What serves hints; loaded by the first call. */
  side(): Promise<HintSide> {
    this.#loading ??= this.#load().then((side) => this.#take(side));
    return this.#loading;
  }

  /** What the line over a prompt tells; null before its hints are known. */
  line(document: vscode.TextDocument): HintLine | null {
    return this.#side?.line(document) ?? null;
  }

  /** What the line over a prompt inside a document tells of its hints; null before they are known, and for none. */
  partLine(document: vscode.TextDocument, identity: string): LinePart | null {
    return this.#side?.partLine(document, identity) ?? null;
  }

  #look(): void {
    if (this.#loading === null && documentsInView().some(isHinted)) this.side().catch(this.#onError);
  }

  #take(side: HintSide): HintSide {
    this.#view?.dispose();
    this.#view = null;
    this._register(side.onDidChange(() => this.#changes.fire()));
    this.#side = this._register(side);
    return side;
  }
}
